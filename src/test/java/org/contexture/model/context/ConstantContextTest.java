package org.contexture.model.context;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.contexture.corpus.Packing;
import org.contexture.tensor.Block;
import org.junit.jupiter.api.Test;

/** Sentences a = (1, 5, 3) and b = (4) and their packed states: a1 b1 a2 a3. */
class ConstantContextTest {
    private final Packing packing = Packing.of(new int[] {3, 1});
    private final Block states = rows(1, 1, 4, 5, 3);

    /** Rows of so many numbers in a buffer, behind others that mean nothing. */
    private static Block rows(int width, float... numbers) {
        float[] values = new float[3 + numbers.length];
        Arrays.fill(values, 1000);
        System.arraycopy(numbers, 0, values, 3, numbers.length);
        return new Block(values, 3, width, numbers.length / width, width);
    }

    private static float[] numbers(Block rows) {
        return Arrays.copyOfRange(rows.values(), rows.row(0), rows.row(rows.rows()));
    }

    private float[] context(ConstantContext strategy) {
        Block contexts = rows(1, 9, 9);
        strategy.forward(packing, states, contexts);
        return numbers(contexts);
    }

    private float[] gradient(ConstantContext strategy) {
        Block dStates = rows(1, 100, 100, 100, 100);
        strategy.backward(packing, states, rows(1, 3, 7), dStates);
        return numbers(dStates);
    }

    @Test
    void lastIsEachSentencesOwnLastState() {
        assertArrayEquals(new float[] {3, 4}, context(new LastState()));
        assertArrayEquals(new float[] {100, 107, 100, 103}, gradient(new LastState()));
    }

    @Test
    void meanDividesByEachSentencesOwnLength() {
        assertArrayEquals(new float[] {3, 4}, context(new MeanState()));
        assertArrayEquals(new float[] {101, 107, 101, 101}, gradient(new MeanState()));
    }

    @Test
    void maxTakesEachSentencesOwnMaximum() {
        assertArrayEquals(new float[] {5, 4}, context(new MaxState()));
        assertArrayEquals(new float[] {100, 107, 103, 100}, gradient(new MaxState()));
    }

    private float[] shares(ConstantContext strategy, Block states) {
        float[] shares = {9, 9, 9, 9};
        strategy.shares(packing, states, shares);
        return shares;
    }

    @Test
    void allOfLastComesFromTheLastToken() {
        assertArrayEquals(new float[] {0, 1, 0, 1}, shares(new LastState(), states));
    }

    @Test
    void meanTakesAsMuchOfEachToken() {
        assertArrayEquals(new float[] {1 / 3f, 1, 1 / 3f, 1 / 3f}, shares(new MeanState(), states));
    }

    @Test
    void maxTakesTheShareOfUnitsThatAreGreatestAtAToken() {
        assertArrayEquals(new float[] {0.5f, 1, 0.5f, 0}, shares(new MaxState(), rows(2, 1, 9, 4, 4, 5, 3, 3, 9)));
    }
}
