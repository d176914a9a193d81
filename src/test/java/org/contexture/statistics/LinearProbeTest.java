package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearProbeTest {
    private static final int N = 400;

    private final float[][] vectors = new float[N][5];
    private final int[] classes = new int[N];

    /** Uniform in (−1, 1); the class is which of the first three numbers is the largest. */
    LinearProbeTest() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < N; n++) {
            for (int h = 0; h < 5; h++) {
                vectors[n][h] = (float) (2 * random.nextDouble() - 1);
            }
            float[] x = vectors[n];
            classes[n] = x[0] > x[1] && x[0] > x[2] ? 0 : x[1] > x[2] ? 1 : 2;
        }
    }

    @Test
    void whatALinearMapTellsIsRead() {
        assertEquals(0.97, LinearProbe.fit(vectors, classes, 3).accuracy(vectors, classes), 0.03);
    }

    @Test
    void ofOtherNumbersItKnowsNoMoreThanChance() {
        SplittableRandom random = new SplittableRandom(2);
        int[] other = random.ints(N, 0, 4).toArray();
        int[] asked = random.ints(N, 0, 4).toArray();
        assertEquals(0.25, LinearProbe.fit(vectors, other, 4).accuracy(vectors, asked), 0.08);
    }

    @Test
    void aUnitThatNeverMovesDoesNoHarm() {
        for (float[] vector : vectors) {
            vector[3] = 7;
            vector[4] = 0;
        }
        assertEquals(0.97, LinearProbe.fit(vectors, classes, 3).accuracy(vectors, classes), 0.03);
    }

    @Test
    void theMostFrequentClassIsTheAnswerWhereNothingElseIsKnown() {
        float[][] nothing = new float[10][2];
        int[] mostlyOne = {1, 1, 1, 1, 1, 1, 0, 0, 2, 2};
        assertEquals(0.6, LinearProbe.fit(nothing, mostlyOne, 3).accuracy(nothing, mostlyOne));
    }

    @Test
    void classesMustFitTheVectors() {
        assertThrows(IllegalArgumentException.class, () -> LinearProbe.fit(vectors, new int[3], 3));
        assertThrows(IllegalArgumentException.class, () -> LinearProbe.fit(vectors, classes, 2));
    }
}
