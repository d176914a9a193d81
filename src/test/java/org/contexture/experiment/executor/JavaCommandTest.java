package org.contexture.experiment.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.contexture.tensor.JvmFlags;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JavaCommandTest {
    private static final String SERIAL = "-XX:+UseSerialGC";

    private static List<String> command(@Nullable Long memory) {
        List<String> inherited =
                List.of(SERIAL, "-Xms256m", "-Xmn32m", JvmFlags.ofTraining().get(0));
        return JavaCommand.of(inherited, WorkerMain.class, new Limits(1, null, memory, Duration.ofSeconds(1)));
    }

    @Test
    void aWorkerHasEachFlagOfTrainingOnceAndThoseOfItsParent() {
        List<String> command = command(null);
        for (String flag : JvmFlags.ofTraining()) {
            assertEquals(1, command.stream().filter(flag::equals).count(), flag);
        }
        assertTrue(command.containsAll(List.of(SERIAL, "-Xms256m", "-Xmn32m")), command.toString());
    }

    @Test
    void aLimitTakesThePlaceOfTheFirstSizesOfTheHeap() {
        List<String> command = command(100_000_000L);
        assertTrue(command.containsAll(List.of(SERIAL, "-Xmx100000000")), command.toString());
        assertTrue(command.stream().noneMatch(flag -> flag.matches("-Xm[sn].*")), command.toString());
    }
}
