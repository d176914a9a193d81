package org.contexture.model;

import java.util.ArrayList;
import java.util.List;
import org.contexture.tensor.Block;
import org.contexture.tensor.Gemm;
import org.contexture.tensor.Rows;

/** Products W e(y) + b of the tokens that are {@link Known}, in rows that stay where they are while more come. */
final class KnownRows {
    /** Rows of an array: a product of fewer is slow, and more would be much memory for a few tokens of a large vocabulary. */
    private static final int CHUNK = 128;

    private final int width;
    private final int stride;
    private final List<float[]> chunks = new ArrayList<>();

    /** For rows of so many numbers, with room for whole tiles. */
    KnownRows(int width) {
        this.width = width;
        stride = Gemm.wide(width) + Output.LINE;
    }

    /** How to make products [n, width] of vectors [n, E]. */
    interface Product {
        void make(Block vectors, Block products);
    }

    /** Makes the rows of the last step's new tokens from their vectors [n, E], and overwrites what was there. */
    void make(Known known, Block vectors, Product product) {
        int some;
        for (int row = known.firstNew(); row < known.count(); row += some) {
            some = Math.min(known.count() - row, CHUNK - row % CHUNK);
            if (row / CHUNK == chunks.size()) chunks.add(new float[Rows.at(CHUNK, stride)]);
            product.make(
                    vectors.rows(row - known.firstNew(), some), new Block(values(row), at(row), stride, some, width));
        }
    }

    /** The array that a row is in. */
    float[] values(int row) {
        return chunks.get(row / CHUNK);
    }

    /** Index of a row's first number in its array. */
    int at(int row) {
        return Rows.at(row % CHUNK, stride);
    }
}
