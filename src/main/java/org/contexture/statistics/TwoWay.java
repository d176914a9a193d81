package org.contexture.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A grid seen as a table of two factors, once for each block. */
final class TwoWay {
    private final int rows;
    private final int columns;

    // [block][row · columns + column], NaN where there is no trial.
    private final double[][] blocks;

    // The mean over complete blocks, so that all cells of the table are of the same blocks.
    private final double[] means;
    private final int complete;

    TwoWay(Grid grid, int f, int g) {
        rows = grid.factors().get(f).levels().size();
        columns = grid.factors().get(g).levels().size();
        blocks = Arrays.stream(grid.bases(f, g))
                .boxed()
                .flatMap(base -> IntStream.range(0, grid.seeds()).mapToObj(seed -> block(grid, f, g, base, seed)))
                .toArray(double[][]::new);
        double[][] whole = Arrays.stream(blocks)
                .filter(block -> Arrays.stream(block).noneMatch(Double::isNaN))
                .toArray(double[][]::new);
        complete = whole.length;
        means = IntStream.range(0, rows * columns)
                .mapToDouble(cell -> Numbers.mean(
                        Arrays.stream(whole).mapToDouble(block -> block[cell]).toArray()))
                .toArray();
    }

    private double[] block(Grid grid, int f, int g, int base, int seed) {
        double[] block = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                block[i * columns + j] = grid.value(base + i * grid.stride(f) + j * grid.stride(g), seed);
            }
        }
        return block;
    }

    int complete() {
        return complete;
    }

    int leftOut() {
        return blocks.length - complete;
    }

    double mean(int i, int j) {
        return means[i * columns + j];
    }

    double residual(int i, int j) {
        double row = IntStream.range(0, columns).mapToDouble(k -> mean(i, k)).sum() / columns;
        double column = IntStream.range(0, rows).mapToDouble(k -> mean(k, j)).sum() / rows;
        return mean(i, j) - row - column + Numbers.mean(means);
    }

    Contrast contrast(int i, int j) {
        return Contrast.of(Arrays.stream(blocks)
                .mapToDouble(b -> (b[i * columns + j] - b[j]) - (b[i * columns] - b[0]))
                .toArray());
    }
}
