package org.contexture.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The mean of one level of a factor over everything else: of the means of its cells (the combinations of the other factors), each
 * cell counting the same however many of its seeds ended well. These are the unweighted means of the analysis of variance (Yates,
 * 1934), which do not mistake "ran more often where it is easy" for "is better".
 *
 * <p>Cells without any trial cannot enter. Where they differ between levels, the means of these levels are not of the same cells:
 * compare by {@link MainEffect}, which takes pairs.
 *
 * @param mean NaN without any trial
 * @param n trials
 * @param cells cells with a trial, which the mean is over
 * @param emptyCells cells without
 * @param interval 95 % t interval over seeds that have a trial in each of these cells, each such seed's mean over the cells being one
 *     value, because seeds are independent and cells of one seed are not; null below two such seeds
 */
public record MarginalMean(
        String factor, String level, double mean, int n, int cells, int emptyCells, @Nullable Interval interval) {
    /** Of every level of one factor. */
    static List<MarginalMean> of(Grid grid, int factor) {
        FactorialDesign.Factor described = grid.factors().get(factor);
        List<MarginalMean> means = new ArrayList<>();
        for (int level = 0; level < described.levels().size(); level++) {
            int offset = level * grid.stride(factor);
            int[] all =
                    Arrays.stream(grid.bases(factor)).map(base -> base + offset).toArray();
            int[] cells = Arrays.stream(all)
                    .filter(cell -> grid.present(cell).length > 0)
                    .toArray();
            means.add(new MarginalMean(
                    described.name(),
                    described.levels().get(level),
                    Arrays.stream(cells)
                            .mapToDouble(cell -> Numbers.mean(grid.present(cell)))
                            .average()
                            .orElse(Double.NaN),
                    Arrays.stream(cells).map(cell -> grid.present(cell).length).sum(),
                    cells.length,
                    all.length - cells.length,
                    interval(grid, cells)));
        }
        return means;
    }

    private static @Nullable Interval interval(Grid grid, int[] cells) {
        double[] means = IntStream.range(0, grid.seeds())
                .mapToDouble(seed -> Numbers.mean(Arrays.stream(cells)
                        .mapToDouble(cell -> grid.value(cell, seed))
                        .toArray()))
                .filter(mean -> !Double.isNaN(mean))
                .toArray();
        return means.length < 2 ? null : Interval.t(means, Interval.USUAL_LEVEL);
    }
}
