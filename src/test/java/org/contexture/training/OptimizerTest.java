package org.contexture.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.contexture.tensor.Block;
import org.contexture.tensor.Initializer;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerTest {
    private static final int ROWS = 5000;
    private static final int COLUMNS = 3;

    private static TrainingSettings settings(OptimizerKind kind) {
        return new TrainingSettings(1, 1, kind, 0.01, 0.9, 1, 1, null);
    }

    /** Rows without a gradient keep moving while their moments decay, as in the dense algorithm. */
    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void aSparseGradientMovesParametersAsTheSameDenseOneDoes(OptimizerKind kind) {
        Parameter sparse = Parameter.sparse("p", ROWS, COLUMNS).fill(new Initializer.Normal(), Seeds.stream(1, "p"));
        Parameter dense = Parameter.dense("p", ROWS, COLUMNS).fill(new Initializer.Normal(), Seeds.stream(1, "p"));
        Optimizer ofSparse = Optimizer.of(settings(kind), List.of(sparse));
        Optimizer ofDense = Optimizer.of(settings(kind), List.of(dense));
        int[][] steps = {{0, 7, 4999}, {7}, {682, 683, 1365, 1366}, {}};
        for (int[] ids : steps) {
            float[] rows = new float[ids.length * COLUMNS];
            java.util.Arrays.fill(rows, 0.5f);
            float[] all = new float[ROWS * COLUMNS];
            for (int id : ids) {
                java.util.Arrays.fill(all, id * COLUMNS, (id + 1) * COLUMNS, 0.5f);
            }
            write(sparse.rowGradient().prepare(ids), rows);
            dense.denseGradient().write(0, all, 0, ROWS);
            ofSparse.step(0.9f);
            ofDense.step(0.9f);
            assertArrayEquals(dense.value().toArray(), sparse.value().toArray());
        }
    }

    @Test
    void adamsFirstStepIsTheLearningRateAgainstTheGradientsSign() {
        Parameter p = Parameter.dense("p", 1, 2);
        p.denseGradient().write(0, new float[] {1e-3f, -40f}, 0, 1);
        new Adam(0.01, List.of(p)).step(1f);
        assertEquals(-0.01, p.value().toArray()[0], 1e-6);
        assertEquals(0.01, p.value().toArray()[1], 1e-6);
    }

    @Test
    void theNormCountsEveryGradientOnce() {
        Parameter dense = Parameter.dense("a", 3, 7000);
        float[] ones = new float[21_000];
        java.util.Arrays.fill(ones, 1f);
        dense.denseGradient().write(0, ones, 0, 3);
        Parameter sparse = Parameter.sparse("b", 10, 2);
        write(sparse.rowGradient().prepare(new int[] {1, 4}), 5, 6, 7, 8);
        assertEquals(Math.sqrt(21_000 + 25 + 36 + 49 + 64), new GradientClip().norm(List.of(dense, sparse)), 1e-9);
    }

    @Test
    void onlyALongerGradientIsClipped() {
        assertEquals(1f, GradientClip.factor(0.9, 1));
        assertEquals(1 / 1.5, GradientClip.factor(1.5, 1), 1e-6);
        assertEquals(0.25f, GradientClip.factor(4, 1), 1e-6);
        assertEquals(1f, GradientClip.factor(4, 0), "a clip of 0 clips nothing");
    }

    private static void write(Block rows, float... values) {
        System.arraycopy(values, 0, rows.values(), rows.offset(), values.length);
    }
}
