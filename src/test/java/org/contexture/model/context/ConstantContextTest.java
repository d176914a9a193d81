package org.contexture.model.context;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.contexture.corpus.Packing;
import org.junit.jupiter.api.Test;

/** Sentences a = (1, 5, 3) and b = (4) and their packed states: a1 b1 a2 a3. */
class ConstantContextTest {
    private final Packing packing = Packing.of(new int[] {3, 1});
    private final float[] states = {1, 4, 5, 3};

    private float[] context(ConstantContext strategy) {
        float[] c = new float[2];
        strategy.forward(packing, 1, states, c);
        return c;
    }

    private float[] gradient(ConstantContext strategy) {
        float[] dStates = {100, 100, 100, 100};
        strategy.backward(packing, 1, states, new float[] {3, 7}, dStates);
        return dStates;
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

    private float[] shares(ConstantContext strategy, int hidden, float... states) {
        float[] shares = {9, 9, 9, 9};
        strategy.shares(packing, hidden, states, shares);
        return shares;
    }

    @Test
    void allOfLastComesFromTheLastToken() {
        assertArrayEquals(new float[] {0, 1, 0, 1}, shares(new LastState(), 1, states));
    }

    @Test
    void meanTakesAsMuchOfEachToken() {
        assertArrayEquals(new float[] {1 / 3f, 1, 1 / 3f, 1 / 3f}, shares(new MeanState(), 1, states));
    }

    @Test
    void maxTakesTheShareOfUnitsThatAreGreatestAtAToken() {
        assertArrayEquals(new float[] {0.5f, 1, 0.5f, 0}, shares(new MaxState(), 2, 1, 9, 4, 4, 5, 3, 3, 9));
    }
}
