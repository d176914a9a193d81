package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contexture.tensor.JvmFlags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code contexture}, in a folder of its own with a build, a Java and a Maven that only pretend. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    /** Says how it was started; writes the files that a JVM would. */
    private static final String JAVA =
            """
            #!/bin/sh
            for word; do case $word in
                -version) echo 'openjdk version "18.0.1"' >&2 && exit ;;
                -XX:DumpLoadedClassList=*) echo classes >"${word#*=}" ;;
                -Xshare:dump) dump=yes ;;
                -XX:SharedArchiveFile=*) [ -z "${dump:-}" ] || echo archive >"${word#*=}" ;;
            esac done
            echo "$0 $* kernel ${OPENBLAS_CORETYPE-none}" | tee -a "${0%/*}/starts"
            """;

    private final Path home;
    private final Path target;
    private final Path jdk;

    LauncherTest(@TempDir Path folder) {
        home = folder.resolve("a home");
        target = home.resolve("target/launch");
        jdk = folder.resolve("jdk");
    }

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(target);
        Files.createDirectories(home.resolve("src/main"));
        Files.copy(Path.of("contexture"), home.resolve("contexture"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.fromMillis(0));
        Files.writeString(target.resolve("contexture.jar"), "a jar");
        Files.writeString(target.resolve("classpath"), target.resolve("contexture.jar") + "");
        executable(jdk.resolve("bin/java"), JAVA);
        executable(jdk.resolve("bin/mvn"), "#!/bin/sh\necho built >>\"${0%/*}/builds\"\n");
        release("17.0.15+6-Debian");
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void release(String version) throws IOException {
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"X\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\nMODULES=\"a b\"\n");
    }

    private static String shell(Map<String, String> environment, Path folder, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("OPENBLAS_CORETYPE");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private String contexture(Map<String, String> environment, String... arguments) throws IOException {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.putIfAbsent("JAVA_HOME", jdk.toString());
        all.put("PATH", jdk.resolve("bin") + ":" + System.getenv("PATH"));
        return shell(
                all,
                home,
                Stream.concat(Stream.of("sh", home.resolve("contexture").toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void anArchiveIsWrittenOnceForEachJava() throws IOException {
        String first = contexture(Map.of(), "run", "a.yaml");
        assertTrue(first.startsWith("contexture: preparing quick starts on Java 17"), first);
        assertEquals("archive\n", Files.readString(target.resolve("17.0.15+6-Debian.jsa")));
        String second = contexture(Map.of(), "run", "a.yaml");
        assertEquals(1, second.lines().count(), second);
        assertTrue(second.contains("-XX:SharedArchiveFile=" + target + "/17.0.15+6-Debian.jsa"), second);
        release("25+36-LTS");
        assertTrue(contexture(Map.of(), "--help").contains("preparing quick starts on Java 25"));
        try (Stream<Path> files = Files.list(target)) {
            assertFalse(files.anyMatch(Files::isDirectory), "what it worked with is gone");
        }
    }

    @Test
    void withoutAnArchiveItStartsAsWell() throws IOException {
        executable(jdk.resolve("bin/java"), JAVA.replace("dump=yes", "exit 1"));
        assertTrue(contexture(Map.of(), "--help").contains(" org.contexture.cli.Main --help"));
        String second = contexture(Map.of(), "--help");
        assertEquals(1, second.lines().count(), "it is not tried again: " + second);
        assertFalse(second.contains("SharedArchiveFile"), second);
    }

    @Test
    void newerSourcesAreBuiltAndArchivedAgain() throws IOException {
        contexture(Map.of(), "--help");
        assertFalse(Files.exists(jdk.resolve("bin/builds")));
        Path source = Files.writeString(home.resolve("src/main/Some.java"), "");
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        String again = contexture(Map.of(), "--help");
        assertTrue(again.contains("the sources have changed"), again);
        assertTrue(again.contains("preparing quick starts"), again);
        assertTrue(Files.exists(jdk.resolve("bin/builds")));
    }

    @Test
    void theVersionComesFromTheReleaseFileOrElseFromJava() throws IOException {
        release("11.0.2+9");
        assertTrue(contexture(Map.of(), "--help").contains("is Java 11; expected 17 or later"));
        Files.delete(jdk.resolve("release"));
        assertTrue(contexture(Map.of(), "--help").contains("quick starts on Java 18"));
        assertTrue(Files.exists(target.resolve("18.0.1.jsa")));
    }

    /** C1 alone would train at a fraction of the speed. */
    @Test
    void onlyCommandsThatComputeLittleDoWithoutTheBestCompiler() throws IOException {
        for (List<String> quick : List.of(
                List.<String>of(), List.of("--help"), List.of("settings", "--markdown"), List.of("score", "a", "b"))) {
            assertTrue(contexture(Map.of(), quick.toArray(String[]::new)).contains("TieredStopAtLevel=1"));
        }
        for (List<String> slow : List.of(List.of("run", "x.yaml"), List.of("--verbose", "run"), List.of("bench"))) {
            String start = contexture(Map.of(), slow.toArray(String[]::new));
            assertFalse(start.contains("TieredStopAtLevel"), start);
            assertTrue(start.contains("-XX:+UseSerialGC -Xms"), start);
        }
    }

    /** A JVM with the module says so on standard error: none that does not train in itself should. */
    @Test
    void onlyCommandsThatTrainInTheirOwnJvmGetItsVectors() throws IOException {
        for (List<String> training :
                List.of(List.of("bench"), List.of("reproduce", "folder"), List.of("run", "x.yaml", "--in-process"))) {
            String start = contexture(Map.of(), training.toArray(String[]::new));
            for (String flag : JvmFlags.ofTraining()) {
                String words = flag.replace("--add-modules=", "--add-modules ");
                assertTrue(start.contains(" " + words + " "), flag + " in " + start);
            }
        }
        for (List<String> other : List.of(List.of("--help"), List.of("run", "x.yaml"), List.of("compare", "bench"))) {
            String start = contexture(Map.of(), other.toArray(String[]::new));
            assertFalse(start.contains("incubator"), start);
        }
    }

    /** A JVM takes one collector only, and refuses to start with two. */
    @Test
    void aCollectorThatTheUserNamesStandsAloneAndOtherOptionsComeLast() throws IOException {
        String chosen = contexture(Map.of("CONTEXTURE_JAVA_OPTIONS", "-XX:+UseZGC"), "run");
        assertTrue(chosen.contains("-XX:+UseZGC") && !chosen.contains("SerialGC"), chosen);
        String larger = contexture(Map.of("CONTEXTURE_JAVA_OPTIONS", "-Xss2m"), "run");
        assertTrue(larger.indexOf("-Xms") > 0 && larger.indexOf("-Xms") < larger.indexOf("-Xss2m"), larger);
    }

    /** A first heap of ours may be larger than their largest one, and a JVM refuses to start then. */
    @Test
    void sizesOfTheHeapThatTheUserNamesStandAlone() throws IOException {
        String small = contexture(Map.of("CONTEXTURE_JAVA_OPTIONS", "-Xmx100m"), "run");
        assertTrue(small.contains("SerialGC") && small.contains("-Xmx100m") && !small.contains("-Xms"), small);
    }

    @Test
    void aKernelThatTheUserNamesStays() throws IOException {
        assertTrue(contexture(Map.of("OPENBLAS_CORETYPE", "Zen"), "bench").contains("kernel Zen"));
        assertTrue(contexture(Map.of("OPENBLAS_CORETYPE", ""), "bench").endsWith("kernel \n"));
        if (Files.exists(Path.of("/proc/cpuinfo"))) {
            String chosen = kernel(Files.readString(Path.of("/proc/cpuinfo")));
            assertTrue(contexture(Map.of(), "bench").endsWith("kernel " + (chosen.isEmpty() ? "none" : chosen) + "\n"));
        }
    }

    @Test
    void aKernelIsNamedOnlyWhereOpenBlasDoesNotKnowTheCpu() throws IOException {
        String avx2 = "fpu fma avx avx2 bmi2";
        String avx512 = avx2 + " avx512f avx512dq avx512cd avx512bw avx512vl";
        assertEquals("SkylakeX", kernel(cpu("AuthenticAMD", 26, avx512)), "Zen 5");
        assertEquals("Haswell", kernel(cpu("AuthenticAMD", 27, avx2)));
        assertEquals("Haswell", kernel(cpu("AuthenticAMD", 26, avx512.replace(" avx512vl", ""))));
        assertEquals("", kernel(cpu("AuthenticAMD", 26, "fpu avx avx2")), "no fused multiply-add");
        assertEquals("", kernel(cpu("AuthenticAMD", 25, avx512)), "Zen 4 is taken for Zen");
        assertEquals("SkylakeX", kernel(cpu("GenuineIntel", 6, 207, avx512)), "Emerald Rapids");
        assertEquals("Haswell", kernel(cpu("GenuineIntel", 6, 183, avx2)), "Raptor Lake");
        assertEquals("SkylakeX", kernel(cpu("GenuineIntel", 19, 1, avx512)));
        assertEquals("", kernel(cpu("GenuineIntel", 6, 143, avx512)), "Sapphire Rapids is known");
        assertEquals("", kernel(cpu("GenuineIntel", 5, 200, avx2)));
        assertEquals("", kernel("processor\t: 0\nBogoMIPS\t: 48.00\nFeatures\t: fp asimd\n"), "ARM");
    }

    private static String cpu(String vendor, int family, String flags) {
        return cpu(vendor, family, 2, flags);
    }

    private static String cpu(String vendor, int family, int model, String flags) {
        return "processor\t: 0\nvendor_id\t: " + vendor + "\ncpu family\t: " + family + "\nmodel\t\t: " + model
                + "\nmodel name\t: A: CPU\nflags\t\t: " + flags + "\nbugs\t\t: none\n";
    }

    /** What the launcher's own functions make of a /proc/cpuinfo. */
    private String kernel(String cpuinfo) throws IOException {
        Path file = Files.writeString(home.resolve("cpuinfo"), cpuinfo);
        String functions = "sed -n '/^[a-z_]*() {/,/^}/p' contexture";
        return shell(Map.of(), home, "sh", "-euc", "eval \"$(" + functions + ")\"; blas_kernel \"$1\"", "sh", file + "")
                .strip();
    }
}
