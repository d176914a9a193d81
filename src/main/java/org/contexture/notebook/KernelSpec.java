package org.contexture.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contexture.provenance.ClassPath;
import org.contexture.setting.UserError;
import org.contexture.tensor.JvmFlags;

/**
 * How Jupyter starts the kernel: a folder with a {@code kernel.json} and the class path beside it, in a file, because a command
 * line on Windows is too short for it.
 *
 * @param java the program that runs it
 * @param release of that Java, such as 17
 * @param classPath absolute files and folders
 * @param options for its JVM, besides those that every kernel gets
 * @param environment what the kernel's process gets of it beyond Jupyter's own
 */
public record KernelSpec(
        Path java, int release, List<Path> classPath, List<String> options, Map<String, String> environment) {
    /** What notebooks name their kernel by. JJava and IJava have the same name, so one notebook opens with all three. */
    public static final String NAME = "java";

    private static final String FILE = "kernel.json";
    private static final String ARGUMENTS = "arguments";
    private static final String OURS = "contexture";
    private static final int KNOWS_UNSAFE_ACCESS = 23;
    private static final List<String> HANDED_ON = List.of("OPENBLAS_CORETYPE", "OMP_NUM_THREADS", "CONTEXTURE_HOME");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public KernelSpec {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
        environment = new TreeMap<>(environment);
    }

    /**
     * A kernel on this JVM and its class path.
     *
     * @param environment this process's, of which the kernel gets what the launcher has chosen
     */
    public static KernelSpec here(Map<String, String> environment) {
        String options = environment.getOrDefault("CONTEXTURE_JAVA_OPTIONS", "").strip();
        Map<String, String> chosen = new TreeMap<>(environment);
        chosen.keySet().retainAll(HANDED_ON);
        return new KernelSpec(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Runtime.version().feature(),
                ClassPath.entries()
                        .map(file -> file.toAbsolutePath().normalize())
                        .toList(),
                options.isEmpty() ? List.of() : List.of(options.split("\\s+")),
                chosen);
    }

    /** Without Jupyter's protocol, which JJava has in a version of its own. */
    public List<Path> classPathForOthers() {
        return classPath.stream()
                .filter(file -> !String.valueOf(file.getFileName()).matches("(jjava-jupyter|jeromq|gson)-.*"))
                .toList();
    }

    /**
     * Writes the kernel's folder, over one of an earlier Contexture if there is one.
     *
     * @param kernels the folder in which Jupyter looks for folders of kernels
     * @param name of the kernel
     * @return the kernel's folder
     * @throws UserError if another kernel has that name or nothing can be written
     */
    public Path write(Path kernels, String name) {
        Path folder = kernels.resolve(name).toAbsolutePath().normalize();
        if (Files.exists(folder) && !isOurs(folder)) {
            throw new UserError(
                    folder + " is another kernel's, it is left alone; expected none or Contexture's own, choose"
                            + " another with --name");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(ARGUMENTS), arguments());
            Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(json(folder)) + "\n");
        } catch (IOException e) {
            throw new UserError(folder + " cannot be written (" + e + "); expected a writable folder, see --prefix", e);
        }
        return folder;
    }

    /**
     * Removes the kernel's folder.
     *
     * @return whether there was one
     * @throws UserError if it is another kernel's or cannot be deleted
     */
    public static boolean remove(Path kernels, String name) {
        Path folder = kernels.resolve(name);
        if (!Files.exists(folder)) {
            return false;
        }
        if (!isOurs(folder)) {
            throw new UserError(folder + " is another kernel's, it is left alone; expected Contexture's own");
        }
        try {
            Files.deleteIfExists(folder.resolve(ARGUMENTS));
            Files.deleteIfExists(folder.resolve(FILE));
            Files.delete(folder);
        } catch (IOException e) {
            throw new UserError(folder + " cannot be deleted (" + e + "); delete it yourself", e);
        }
        return true;
    }

    /** Says so itself; an empty folder is what a write that broke off leaves. */
    private static boolean isOurs(Path folder) {
        Path file = folder.resolve(FILE);
        try (Stream<Path> files = Files.list(folder)) {
            if (!Files.exists(file)) {
                return files.allMatch(each -> each.endsWith(ARGUMENTS));
            }
            JsonNode json = JSON.readTree(file.toFile());
            return json.path("metadata").path(OURS).asBoolean();
        } catch (IOException e) {
            return false;
        }
    }

    private Map<String, Object> json(Path folder) {
        Map<String, Object> json = new TreeMap<>();
        json.put("argv", command(folder));
        json.put("display_name", "Java (Contexture)");
        json.put("language", "java");
        json.put("interrupt_mode", "message");
        json.put("env", environment);
        json.put("metadata", Map.of(OURS, true));
        return json;
    }

    private List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        if (release >= KNOWS_UNSAFE_ACCESS) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(JvmFlags.ofTraining());
        if (options.stream().noneMatch(option -> option.contains("GC"))) { // a JVM takes one collector only
            command.addAll(
                    List.of("-XX:+UseSerialGC", "-Xms64m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20"));
        }
        command.add("-Dfile.encoding=UTF-8"); // before Java 18 it is the locale's, which containers seldom set
        command.addAll(options);
        command.add("@" + folder.resolve(ARGUMENTS));
        command.add(KernelProgram.class.getName());
        command.add("{connection_file}");
        return command;
    }

    private String arguments() {
        return classPath.stream()
                .map(file -> file.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining(File.pathSeparator, "-cp \"", "\"\n"));
    }
}
