package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.contexture.statistics.FactorialDesign.Factor;
import org.contexture.statistics.FactorialDesign.Observation;
import org.junit.jupiter.api.Test;

class FactorialDesignTest {
    private static final List<Factor> FACTORS =
            List.of(new Factor("cell", List.of("rnn", "gru")), new Factor("context", List.of("last", "mean", "max")));

    private static String refused(Observation... observations) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> new FactorialDesign(FACTORS, List.of(observations)))
                        .getMessage());
    }

    @Test
    void levelsThatDoNotExistAreRefused() {
        assertTrue(refused(new Observation(List.of(1), 1, 0)).startsWith("levels [1] are not of the factors"));
        refused(new Observation(List.of(2, 0), 1, 0));
        refused(new Observation(List.of(0, -1), 1, 0));
        assertEquals(
                1,
                new FactorialDesign(FACTORS, List.of(new Observation(List.of(1, 2), 1, 0)))
                        .observations()
                        .size());
    }

    @Test
    void aTrialIsObservedOnce() {
        assertEquals(
                "seed 4 of levels [0, 1] was observed twice",
                refused(new Observation(List.of(0, 1), 4, 0.5), new Observation(List.of(0, 1), 4, 0.6)));
    }

    @Test
    void failedTrialsAreToBeLeftOut() {
        assertEquals(
                "an observation must be finite but is NaN: leave out trials that failed",
                refused(new Observation(List.of(0, 1), 4, Double.NaN)));
        refused(new Observation(List.of(0, 1), 4, Double.POSITIVE_INFINITY));
    }

    @Test
    void factorsAndLevelsHaveNamesOfTheirOwn() {
        assertThrows(IllegalArgumentException.class, () -> new Factor("cell", List.of("rnn", "rnn")));
        assertThrows(IllegalArgumentException.class, () -> new Factor("cell", List.of()));
        Factor twice = FACTORS.get(0);
        assertThrows(IllegalArgumentException.class, () -> new FactorialDesign(List.of(twice, twice), List.of()));
    }
}
