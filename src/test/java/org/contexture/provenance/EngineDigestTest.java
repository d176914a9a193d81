package org.contexture.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineDigestTest {
    /** They read settings, which stand resolved in a trial's identity: what they did before it was known counts no more. */
    private static final Set<String> READERS = Set.of("org.contexture.experiment.FlatSettings");

    private final Path folder;

    EngineDigestTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Path ownClasses() throws Exception {
        return Path.of(EngineDigest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** Every class of the engine by name, in the order of names. */
    private static Map<String, byte[]> classes() throws Exception {
        Map<String, byte[]> classes = new TreeMap<>();
        Path root = ownClasses();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                classes.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private Path written(String name, Map<String, byte[]> classes) throws IOException {
        Path root = folder.resolve(name);
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            Path file = root.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        return root;
    }

    private Path jar(String name, Map<String, byte[]> contents, List<String> order) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String entry : order) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(contents.getOrDefault(entry, new byte[0]));
                zip.closeEntry();
            }
        }
        return jar;
    }

    private String changed(String name) throws Exception {
        Map<String, byte[]> classes = classes();
        byte[] bytes = Objects.requireNonNull(classes.get(name)).clone();
        bytes[bytes.length / 2] ^= 1;
        classes.put(name, bytes);
        return EngineDigest.of(written(name.replace('/', '.'), classes), List.of());
    }

    @Test
    void aFolderAndAJarOfTheSameClassesHaveTheSameDigest() throws Exception {
        Map<String, byte[]> classes = classes();
        assertTrue(classes.keySet().stream().filter(EngineDigest::counts).count() > 100, "the engine's classes");
        List<String> backwards = Arrays.asList(classes.keySet().toArray(new String[0]));
        Collections.reverse(backwards);
        String ofFolder = EngineDigest.of(written("copy", classes), List.of());
        assertEquals(EngineDigest.of(ownClasses(), List.of()), ofFolder);
        assertEquals(ofFolder, EngineDigest.of(jar("engine.jar", classes, backwards), List.of()));
        assertTrue(ofFolder.matches("[0-9a-f]{64}"), ofFolder);
    }

    @Test
    void oneBitOfAClassThatCanChangeAResultChangesIt() throws Exception {
        String before = EngineDigest.of(ownClasses(), List.of());
        for (String name : List.of("model/Encoder", "experiment/trial/TrialRunner", "model/cell/GruCell")) {
            assertNotEquals(before, changed("org/contexture/" + name + ".class"), name);
        }
        for (String name :
                List.of("cli/RunCommand", "results/Tables", "experiment/yaml/YamlReader", "benchmark/Rates")) {
            assertEquals(before, changed("org/contexture/" + name + ".class"), name);
        }
    }

    @Test
    void aClassMoreOrLessChangesIt() throws Exception {
        Map<String, byte[]> classes = classes();
        classes.remove("org/contexture/training/Adam.class");
        String without = EngineDigest.of(written("without", classes), List.of());
        assertNotEquals(EngineDigest.of(ownClasses(), List.of()), without);
    }

    @Test
    void theTokenizersClassesCountAndTheClassPathsOrderDoesNot() throws Exception {
        List<String> order = List.of("a/Tokenizer.class", "a/README");
        Path tokenizer = jar("tribuo-util-tokenization-4.jar", Map.of("a/Tokenizer.class", new byte[] {1}), order);
        Path beside = jar("beside-1.jar", Map.of(), List.of("b/Other.class"));
        String before = EngineDigest.of(ownClasses(), List.of(tokenizer, beside, folder.resolve("gone.jar")));
        assertEquals(before, EngineDigest.of(ownClasses(), List.of(beside, tokenizer)));
        assertNotEquals(before, EngineDigest.of(ownClasses(), List.of(beside)));
        jar("tribuo-util-tokenization-4.jar", Map.of("a/Tokenizer.class", new byte[] {2}), order);
        assertNotEquals(before, EngineDigest.of(ownClasses(), List.of(tokenizer)));
        Map<String, byte[]> readme = Map.of("a/Tokenizer.class", new byte[] {1}, "a/README", new byte[] {3});
        jar("tribuo-util-tokenization-4.jar", readme, order);
        assertEquals(before, EngineDigest.of(ownClasses(), List.of(tokenizer)));
    }

    @Test
    void nativeLibrariesDoNotCount() throws Exception {
        Path blas = jar("openblas-0.3-linux.jar", Map.of(), List.of("a/libopenblas.so.0"));
        Path nd4j = jar("nd4j-native-1.jar", Map.of(), List.of("b/nd4jcpu.dll"));
        assertEquals(EngineDigest.of(ownClasses(), List.of()), EngineDigest.of(ownClasses(), List.of(blas, nd4j)));
    }

    @Test
    void thisJvmsDigestHasItsClassesAndTheTokenizer() throws Exception {
        String here = EngineDigest.here();
        assertEquals(here, EngineDigest.here());
        assertNotEquals(EngineDigest.of(ownClasses(), List.of()), here, "the tokenizer was found on the class path");
    }

    /** Whoever adds a class that a trial runs through is told so here; only such classes are in the list. */
    @Test
    void everyClassThatATrialRunsThroughCounts() throws Exception {
        JavaClasses all = new ClassFileImporter().importPath(ownClasses());
        Set<String> reached = new TreeSet<>();
        Queue<JavaClass> open = new ArrayDeque<>(List.of(all.get("org.contexture.experiment.trial.TrialRunner")));
        while (!open.isEmpty()) {
            JavaClass next = open.remove();
            if (reached.add(next.getName())) {
                next.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(c -> c.getName().startsWith("org.contexture.") && !READERS.contains(c.getName()))
                        .forEach(open::add);
            }
        }
        List<String> missed = reached.stream()
                .filter(name -> !EngineDigest.counts(name.replace('.', '/') + ".class"))
                .filter(name -> !name.endsWith(".Host") && !name.startsWith("org.contexture.provenance."))
                .toList();
        assertEquals(List.of(), missed);
    }
}
