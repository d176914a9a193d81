package org.contexture.model;

import java.util.Arrays;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Panels;
import org.contexture.tensor.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The product that has to be made step by step, u_k = W_hh,k h_{t-1}, for one gate k after the other: it reads and writes the arrays
 * of a tape as they are. The weight is turned into panels once a pass.
 */
final class StateProduct {
    private final Parameter weight;
    private final GateArrays gates;
    private final int hidden;
    private final RestingWeight[] turned;
    private final Panels[] forward;
    private final Panels[] backward;
    private final Panels before = new Panels();

    /** For a weight [gates·H, H]. */
    StateProduct(Parameter weight, GateArrays gates) {
        this.weight = weight;
        this.gates = gates;
        hidden = gates.hidden();
        turned = new RestingWeight[gates.count()];
        Arrays.setAll(turned, k -> new RestingWeight());
        forward = new Panels[gates.count()];
        backward = new Panels[gates.count()];
        Arrays.setAll(backward, k -> new Panels());
    }

    /** Reads the weight for {@link #forward}. */
    void begin(@Nullable Known known) {
        Arrays.setAll(
                forward, k -> turned[k].transposed(ofGate(k, weight.value().all()), known));
    }

    /** Adds u of the states [count, H] before the packed rows from {@code row} on to the gates' inputs. */
    void forward(float[] hPrev, int row, int count, float[][] inputs) {
        for (int k = 0; k < forward.length; k++) {
            Gemm.times(rows(hPrev, row, count), forward[k], Gemm.ADD, rows(inputs[gates.ofState(k)], row, count));
        }
    }

    /** Reads the weight for {@link #backward}. */
    void beginGradient() {
        for (int k = 0; k < backward.length; k++) {
            backward[k].set(ofGate(k, weight.value().all()));
        }
    }

    /** Adds the gradient by h_{t-1} from those by u of packed rows [row, row + count) to the first as many rows of {@code dPrevious}. */
    void backward(float[][] dInputs, int row, int count, float[] dPrevious, int to) {
        for (int k = 0; k < backward.length; k++) {
            Gemm.times(rows(dInputs[gates.ofState(k)], row, count), backward[k], Gemm.ADD, rows(dPrevious, to, count));
        }
    }

    /** The weight's gradient, from the gradients by u of n packed rows and the states [n, H] before them. */
    void finishGradient(float[][] dInputs, float[] hPrev, int n) {
        before.set(rows(hPrev, 0, n));
        for (int k = 0; k < gates.count(); k++) {
            Block dWeight = ofGate(k, weight.denseGradient().all());
            Gemm.transposedTimes(rows(dInputs[gates.ofState(k)], 0, n), before, Gemm.SET, dWeight);
        }
    }

    private Block rows(float[] packed, int row, int count) {
        return Block.of(packed, row, count, hidden);
    }

    private Block ofGate(int k, Block all) {
        return all.rows(k * hidden, hidden);
    }
}
