package org.contexture.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {
    private final Path kernels;

    KernelSpecTest(@TempDir Path folder) {
        kernels = folder.resolve("with a space/kernels");
    }

    private static KernelSpec spec(int release, String... options) {
        return new KernelSpec(
                Path.of("/jdk/bin/java"),
                release,
                List.of(Path.of("/a b/c.jar"), Path.of("/d")),
                List.of(options),
                Map.of());
    }

    private List<String> command(KernelSpec spec) throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(spec.write(kernels, "java").resolve("kernel.json").toFile());
        assertEquals("message", json.path("interrupt_mode").asText());
        assertEquals("java", json.path("language").asText());
        List<String> command = new ArrayList<>();
        json.path("argv").forEach(word -> command.add(word.asText()));
        return command;
    }

    @Test
    void theKernelRunsOnOneJavaWithTheClassPathFromAFile() throws IOException {
        List<String> command = command(spec(17));
        assertEquals("/jdk/bin/java", command.get(0));
        Path arguments = kernels.resolve("java/arguments");
        assertEquals(
                List.of("@" + arguments, "org.contexture.notebook.KernelProgram", "{connection_file}"),
                command.subList(command.size() - 3, command.size()));
        assertEquals("-cp \"/a b/c.jar:/d\"\n", Files.readString(arguments));
    }

    @Test
    void flagsOfNewerJavasAreLeftAwayOnOlderOnes() throws IOException {
        assertFalse(command(spec(17)).contains("--sun-misc-unsafe-memory-access=allow"));
        assertTrue(command(spec(25)).contains("--sun-misc-unsafe-memory-access=allow"));
    }

    @Test
    void aCollectorThatTheUserNamesStandsAlone() throws IOException {
        assertTrue(command(spec(17, "-Xmx8g")).containsAll(List.of("-Xmx8g", "-XX:+UseSerialGC")));
        assertFalse(command(spec(17, "-XX:+UseZGC")).contains("-XX:+UseSerialGC"));
    }

    @Test
    void anotherKernelIsNeitherOverwrittenNorRemoved() throws IOException {
        Path other = Files.createDirectories(kernels.resolve("java")).resolve("kernel.json");
        Files.writeString(other, "{\"argv\":[\"jjava\"]}");
        UserError refused = assertThrows(UserError.class, () -> spec(17).write(kernels, "java"));
        assertTrue(String.valueOf(refused.getMessage()).contains("another kernel's"), refused::getMessage);
        assertThrows(UserError.class, () -> KernelSpec.remove(kernels, "java"));
        assertEquals("{\"argv\":[\"jjava\"]}", Files.readString(other));
        spec(17).write(kernels, "contexture");
        assertTrue(KernelSpec.remove(kernels, "contexture"));
        assertFalse(KernelSpec.remove(kernels, "contexture"), "there is none any more");
    }

    @Test
    void itsOwnIsReplaced() throws IOException {
        command(spec(17));
        assertTrue(command(spec(25)).contains("--sun-misc-unsafe-memory-access=allow"));
    }

    @Test
    void otherKernelsGetTheClassPathWithoutTheProtocolTheyBring() {
        List<String> files = KernelSpec.here(Map.of()).classPathForOthers().stream()
                .map(String::valueOf)
                .toList();
        assertFalse(files.stream().anyMatch(file -> file.contains("jjava-jupyter") || file.contains("jeromq")));
        assertTrue(files.stream().anyMatch(file -> file.contains("tablesaw-core")), files.toString());
    }
}
