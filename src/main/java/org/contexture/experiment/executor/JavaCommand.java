package org.contexture.experiment.executor;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.contexture.provenance.ClassPath;
import org.contexture.tensor.JvmFlags;
import org.jspecify.annotations.Nullable;

/** The command that starts another JVM like this one: the same Java, flags and class path. */
final class JavaCommand {
    private static final String HEAP = "-Xmx";
    /** Flags that two JVMs cannot both obey: a port, a file that each would write. */
    private static final List<String> NOT_TWICE = List.of("-agentlib", "-javaagent", "-XX:DumpLoadedClassList");

    /** Flags of the heap's first size, which may be more than a limit allows. */
    private static final List<String> FIRST_HEAP = List.of("-Xms", "-Xmn");

    /** Of the machine's memory, for the heaps of all workers together; the rest is for all else in them and for other programs. */
    private static final double SHARE = 0.5;

    private JavaCommand() {}

    /**
     * The command for a main class.
     *
     * @param limits workers share the machine's memory, unless the user gave a heap size or each has a limit
     */
    static List<String> of(Class<?> main, Limits limits) {
        return of(ManagementFactory.getRuntimeMXBean().getInputArguments(), main, limits);
    }

    /** The same for a JVM that was started with these flags. */
    static List<String> of(List<String> inherited, Class<?> main, Limits limits) {
        List<String> flags = inherited.stream()
                .filter(flag -> NOT_TWICE.stream().noneMatch(flag::startsWith))
                .toList();
        String heap = heap(limits, flags);
        List<String> command = new ArrayList<>(List.of(java()));
        flags.stream()
                .filter(flag -> heap == null || FIRST_HEAP.stream().noneMatch(flag::startsWith))
                .forEach(command::add);
        JvmFlags.ofTraining().stream().filter(flag -> !flags.contains(flag)).forEach(command::add);
        if (heap != null) command.add(heap);
        command.addAll(List.of("-cp", ClassPath.all(), main.getName()));
        return command;
    }

    private static String java() {
        String program = File.separatorChar == '\\' ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static @Nullable String heap(Limits limits, List<String> flags) {
        if (limits.memory() != null) {
            return HEAP + limits.memory();
        }
        boolean isGiven = flags.stream().anyMatch(flag -> flag.startsWith(HEAP) || flag.startsWith("-XX:MaxRAM"));
        long usual = Runtime.getRuntime().maxMemory(); // a JVM's own choice: a quarter of the machine
        long fair = (long) (SHARE * 4 * usual / limits.workers());
        return isGiven || fair >= usual ? null : HEAP + fair;
    }
}
