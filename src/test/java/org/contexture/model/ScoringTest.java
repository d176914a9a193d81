package org.contexture.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Example;
import org.contexture.corpus.SentencePair;
import org.contexture.tensor.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The first predicted token of every batch here is 5. Logits are shown in slices of several widths. */
@ParameterizedClass
@ValueSource(ints = {10_000, 64, 7, 5, 1})
class ScoringTest {
    @Parameter
    private int width;

    private static final int TARGET = 5;
    private final Batch batch =
            Batch.of(List.of(new Example(new SentencePair("", ""), new int[] {4}, new int[] {TARGET})));

    private interface Slice {
        void at(int from, int n);
    }

    private void slices(int vocabulary, Slice slice) {
        for (int from = 0; from < vocabulary; from += width) {
            slice.at(from, Math.min(width, vocabulary - from));
        }
    }

    /** Where a slice is in an array that is longer; what is around it must not be read, and nothing but the room behind it be written. */
    private static final int AT = 3;

    private static final float AROUND = 1e9f;

    private static float[] surrounded(float[] z, int from, int n) {
        float[] array = new float[AT + Rows.padded(n) + AT];
        Arrays.fill(array, AROUND);
        System.arraycopy(z, from, array, AT, n);
        return array;
    }

    private static void take(float[] array, float[] to, int from, int n) {
        for (int j = 0; j < AT; j++) {
            assertEquals(AROUND, array[j], "before the slice");
            assertEquals(AROUND, array[AT + Rows.padded(n) + j], "after the slice");
        }
        System.arraycopy(array, AT, to, from, n);
    }

    private static void read(Scoring scoring, float[] z, int from, int n, float[] kept) {
        float[] slice = surrounded(z, from, n);
        scoring.read(0, from, slice, AT, n);
        take(slice, kept, from, n);
    }

    /** Shows the logits slice by slice, as often as is asked for, and returns all that was kept. */
    private float[] score(Scoring scoring, float[] z) {
        float[] kept = new float[z.length];
        do {
            slices(z.length, (from, n) -> read(scoring, z, from, n, kept));
        } while (scoring.again());
        return kept;
    }

    private float[] gradient(float[] z, float scale) {
        Scoring scoring = new Scoring(batch, z.length, scale);
        float[] dz = score(scoring, z);
        slices(z.length, (from, n) -> {
            float[] slice = surrounded(dz, from, n);
            float factor = scoring.gradient(0, from, slice, AT, n);
            for (int j = AT; j < AT + n; j++) slice[j] *= factor;
            take(slice, dz, from, n);
        });
        return dz;
    }

    private BatchLoss scored(float[] z) {
        Scoring scoring = new Scoring(batch, z.length, 1);
        score(scoring, z);
        return scoring.result();
    }

    private double loss(float[] z) {
        return scored(z).losses()[0];
    }

    private boolean correct(float[] z) {
        return scored(z).correct()[0];
    }

    private static float[] logits(int n, float scale) {
        SplittableRandom random = new SplittableRandom(n);
        float[] z = new float[n];
        for (int j = 0; j < n; j++) z[j] = scale * (float) random.nextGaussian();
        return z;
    }

    private static double[] softmax(float[] z) {
        double max = IntStream.range(0, z.length).mapToDouble(j -> z[j]).max().orElseThrow();
        double sum = IntStream.range(0, z.length)
                .mapToDouble(j -> StrictMath.exp(z[j] - max))
                .sum();
        return IntStream.range(0, z.length)
                .mapToDouble(j -> StrictMath.exp(z[j] - max) / sum)
                .toArray();
    }

    @Test
    void aLossIsTheNegativeLogOfTheSoftmaxAtTheReference() {
        for (int n : new int[] {6, 31, 500, 1024, 1025, 3000}) {
            for (float scale : new float[] {0.01f, 1, 5}) {
                float[] z = logits(n, scale);
                double expected = -Math.log(softmax(z)[TARGET]);
                assertEquals(expected, loss(z), 1e-6 * (1 + expected), n + " logits of scale " + scale);
            }
        }
    }

    @Test
    void aReferenceFarBelowTheLargestLogitHasItsTrueLoss() {
        for (float above : new float[] {50, 69, 87, 100, 1e4f}) {
            float[] z = new float[40];
            z[7] = above;
            z[8] = above;
            assertEquals(above + Math.log(2), loss(z), 1e-6 * above, "by " + above);
        }
    }

    /** One pass overflows, one looks for the largest logit and changes nothing, one is shifted by it. */
    @Test
    void onlyRowsWhoseSumIsHugeAreReadAgainAndTheirLargestLogitIsSoughtInAPassOfItsOwn() {
        assertEquals(1, passes(50));
        assertEquals(3, passes(100));
        assertEquals(3, passes(1e4f));
    }

    private int passes(float above) {
        float[] z = new float[40];
        z[7] = above;
        Scoring scoring = new Scoring(batch, z.length, 1);
        int[] passes = {0};
        float[] kept = new float[z.length];
        do {
            passes[0]++;
            slices(z.length, (from, n) -> read(scoring, z, from, n, kept));
            if (passes[0] == 2) assertArrayEquals(z, kept, "a pass that seeks leaves the logits");
        } while (scoring.again());
        assertFalse(scoring.again(), "what was asked for once is not asked for again");
        return passes[0];
    }

    @Test
    void theGradientIsTheSoftmaxLessOneAtTheReference() {
        for (float above : new float[] {0, 3, 60, 1000}) {
            float[] z = logits(700, 1);
            z[9] += above;
            double[] p = softmax(z);
            float[] dz = gradient(z, 0.5f);
            for (int j = 0; j < z.length; j++) {
                assertEquals(0.5 * (p[j] - (j == TARGET ? 1 : 0)), dz[j], 2e-7, j + " by " + above);
            }
        }
    }

    @Test
    void aReferenceIsTheArgMaxOnlyIfNoLogitIsLargerAndNoneBeforeItIsEqual() {
        for (int n : new int[] {6, 63, 64, 65, 200}) {
            for (int other = 0; other < n; other++) {
                float[] z = new float[n];
                Arrays.fill(z, -1);
                z[TARGET] = 1;
                assertTrue(correct(z));
                if (other == TARGET) continue;
                z[other] = 1;
                assertEquals(TARGET < other, correct(z), other + " of " + n + " is equal");
                z[other] = Math.nextUp(1f);
                assertFalse(correct(z), other + " of " + n + " is larger");
            }
        }
    }

    @Test
    void aNotANumberMakesTheLossOne() {
        for (int place : new int[] {0, TARGET, 90}) {
            float[] z = new float[100];
            z[place] = Float.NaN;
            assertTrue(Double.isNaN(loss(z)), "at " + place);
            assertFalse(correct(z), "at " + place);
        }
    }
}
