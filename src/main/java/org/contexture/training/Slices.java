package org.contexture.training;

import java.util.Arrays;
import org.contexture.tensor.DenseGradient;
import org.contexture.tensor.Gradient;
import org.contexture.tensor.Matrix;
import org.contexture.tensor.Parameter;
import org.contexture.tensor.RowGradient;

/**
 * Cuts a parameter into runs of whole rows that stay in a core's first-level cache while an optimizer works on them.
 * Rows without a gradient read as zeros, so a sparse gradient gives the same numbers as a dense one.
 */
final class Slices {
    private static final int SIZE = 2048;

    private final Parameter parameter;
    private final Matrix value;
    private final int rowsPerSlice;

    Slices(Parameter parameter) {
        this.parameter = parameter;
        value = parameter.value();
        rowsPerSlice = Math.max(1, SIZE / value.columns());
    }

    int count() {
        return (value.rows() + rowsPerSlice - 1) / rowsPerSlice;
    }

    /** Numbers in the largest slice. */
    int largest() {
        return rowsPerSlice * value.columns();
    }

    /** Numbers in slice k. */
    int length(int k) {
        return rows(k) * value.columns();
    }

    private int rows(int k) {
        return Math.min(rowsPerSlice, value.rows() - k * rowsPerSlice);
    }

    void readValue(int k, float[] target) {
        value.read(k * rowsPerSlice, target, 0, rows(k));
    }

    void writeValue(int k, float[] source) {
        value.write(k * rowsPerSlice, source, 0, rows(k));
    }

    /** Reads the gradient of slice k, from its first row with a gradient at or after {@code next}; returns the next one. */
    int readGradient(int k, float[] target, int next) {
        Gradient gradient = parameter.gradient();
        if (gradient instanceof DenseGradient dense) {
            dense.matrix().read(k * rowsPerSlice, target, 0, rows(k));
            return next;
        }
        return readRows((RowGradient) gradient, k, target, next);
    }

    private int readRows(RowGradient gradient, int k, float[] target, int next) {
        Arrays.fill(target, 0, length(k), 0f);
        int first = k * rowsPerSlice;
        int row = next;
        for (; row < gradient.rows() && gradient.id(row) < first + rows(k); row++) {
            gradient.matrix().read(row, target, (gradient.id(row) - first) * value.columns(), 1);
        }
        return row;
    }
}
