package org.contexture.tensor;

import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.stream.Stream;

/** How a JVM is started that makes products on the CPU's vectors. Without these flags the results are the same, and later. */
public final class JvmFlags {
    private static final String MODULE = "jdk.incubator.vector";

    private JvmFlags() {}

    /**
     * The flags for a JVM like this one.
     *
     * <ul>
     *   <li>the module with the JVM's vectors, where it has one;
     *   <li>integers that find no register go to memory and not into vector registers: on their way back they would take the place of
     *       multiply-adds, a third of them in a product's innermost loop;
     *   <li>large pages where the system has them on request: logits and weights lie on thousands of small ones;
     *   <li>objects begin with a cache line, so that vectors of a buffer do not lie in two ({@link Rows#FIRST});
     *   <li>loops over vectors are compiled by themselves: inlined into long methods, the JIT may leave their vectors objects, and it compiles them
     *       once for each caller;
     *   <li>they are compiled well after a tenth of the usual calls, and all else after ten times as many: in a small sweep a quarter of the CPU
     *       went into code that runs for a second;
     *   <li>large arrays begin where they stay, instead of being copied from one part of the heap to the next.
     * </ul>
     */
    public static List<String> ofTraining() {
        List<String> hints = List.of(
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:-UseFPUForSpilling",
                "-XX:+UseTransparentHugePages",
                "-XX:ObjectAlignmentInBytes=64",
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=dontinline,org.contexture.tensor.VectorArithmetic::*",
                "-XX:CompileCommand=CompileThresholdScaling,org.contexture.tensor.Vector*::*,0.1",
                "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=10000",
                "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=300000",
                "-XX:PretenureSizeThreshold=65536");
        if (ModuleFinder.ofSystem().find(MODULE).isEmpty()) return hints;
        return Stream.concat(Stream.of("--add-modules=" + MODULE), hints.stream())
                .toList();
    }

    /** Whether a line that such a JVM prints at its start tells nothing but that the module is incubating. */
    public static boolean isNotice(String line) {
        return line.equals("WARNING: Using incubator modules: " + MODULE);
    }
}
