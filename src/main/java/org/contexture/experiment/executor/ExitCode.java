package org.contexture.experiment.executor;

import java.util.Map;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.State;

/** What the exit code of a worker process says about the trial it was at. */
final class ExitCode {
    /** A worker ends with it when it could not even tell of exhausted memory. */
    static final int OUT_OF_MEMORY = 77;

    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;
    private static final Map<Integer, String> NAMES = Map.of(
            1, "HUP", 2, "INT", 3, "QUIT", 4, "ILL", 6, "ABRT", 7, "BUS", 8, "FPE", 9, "KILL", 11, "SEGV", 15, "TERM");

    private ExitCode() {}

    static Outcome outcome(int code) {
        if (code == OUT_OF_MEMORY) {
            return Outcome.bad(State.OUT_OF_MEMORY, "not enough memory; give more with --memory", null);
        }
        int signal = code - SIGNALS;
        if (signal > 0 && signal <= LAST_SIGNAL) {
            return Outcome.bad(State.KILLED, killed(signal), null);
        }
        return Outcome.bad(State.FAILED, "its process ended by itself with exit code " + code + ", see its log", null);
    }

    private static String killed(int signal) {
        String name = NAMES.containsKey(signal) ? " (" + NAMES.get(signal) + ")" : "";
        return "its process was ended by signal " + signal + name
                + switch (signal) {
                    case 9 -> "; if nobody sent it, the system was out of memory: use fewer --workers or --memory";
                    case 4, 6, 7, 8, 11 -> "; the JVM crashed, see its log";
                    default -> "";
                };
    }
}
