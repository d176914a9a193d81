package org.contexture.provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The engine's version as a trial's identity has it: a SHA-256 over the class files that can change a result. Commands, tables and
 * reports do not count, so a better message does not make results old; native libraries do not either, because no result passes
 * through them.
 *
 * <p>Of each file its name, size and CRC-32 are hashed. A jar's directory holds them, so nothing is unpacked: to read the classes
 * at every start would take a fifth of a second. Class files are taken as the compiler wrote them. Another JDK's compiler, or a comment that moves lines, gives another digest for the same arithmetic: engines that
 * are alike may look different, but not the other way round.
 */
public final class EngineDigest {
    /** Whole packages, with those below them. */
    private static final List<String> PACKAGES =
            List.of("corpus", "decoding", "metrics", "model", "setting", "statistics", "tensor", "training");

    /** What defines and stores a trial, among the classes of package experiment that read files and lay out plans. */
    private static final Set<String> STORING = Set.of(
            "FrozenTrial",
            "JsonFile",
            "Outcome",
            "ResultsSettings",
            "Settings",
            "State",
            "Trial",
            "TrialFolder",
            "TrialListener",
            "TrialProgress",
            "WholeFile");

    /** Runs a trial, with all that is in it. */
    private static final String RUNNING = "experiment/trial/";

    private static final String ROOT = "org/contexture/";
    /** Cuts text into words after the corpus hash was taken, so its version is part of the engine's. */
    private static final Pattern TOKENIZER = Pattern.compile("tribuo-util-tokenization-.*\\.jar");

    private EngineDigest() {}

    /**
     * The digest of the classes that this JVM runs on; loads none of them.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public static String here() {
        return Running.DIGEST;
    }

    /** Computed once: neither changes while the JVM runs. */
    private static final class Running {
        static final String DIGEST = of(ownClasses(), classPath());
    }

    private static Path ownClasses() {
        try {
            return Path.of(EngineDigest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path is no list of files", e);
        }
    }

    /** By file names, because to ask the class loader would open every jar. */
    private static List<Path> classPath() {
        return ClassPath.entries().toList();
    }

    /**
     * @param classes the engine's classes, in a folder or a jar
     * @param classPath jars in any order, of which only the tokenizer counts
     * @throws UncheckedIOException if one of them cannot be read
     */
    static String of(Path classes, List<Path> classPath) {
        Set<String> lines = new TreeSet<>();
        try {
            lines.addAll(FileSums.of(classes, EngineDigest::counts));
            for (Path jar : classPath) {
                if (Files.isRegularFile(jar)) lines.addAll(counting(jar));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the engine's own files", e);
        }
        return Sha256.of(String.join("", lines));
    }

    /** Most jars have nothing that counts, and are not opened. */
    private static Collection<String> counting(Path jar) throws IOException {
        String name = String.valueOf(jar.getFileName());
        boolean tokenizer = TOKENIZER.matcher(name).matches();
        return tokenizer ? FileSums.of(jar, entry -> entry.endsWith(".class")) : List.of();
    }

    /** Whether a class file, such as {@code org/contexture/model/Encoder.class}, can change a result. */
    static boolean counts(String name) {
        if (!name.startsWith(ROOT) || !name.endsWith(".class")) {
            return false;
        }
        String path = name.substring(ROOT.length(), name.length() - ".class".length());
        String[] parts = path.split("/", -1);
        boolean storing =
                parts.length == 2 && parts[0].equals("experiment") && STORING.contains(parts[1].split("\\$", 2)[0]);
        return storing || path.startsWith(RUNNING) || PACKAGES.contains(parts[0]);
    }
}
