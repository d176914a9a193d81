package org.contexture.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
 */
public record MarginalMean(String factor, String level, double mean, int n, int cells, int emptyCells) {
    /** Of every level of one factor. */
    static List<MarginalMean> of(Grid grid, int factor) {
        FactorialDesign.Factor described = grid.factors().get(factor);
        List<MarginalMean> means = new ArrayList<>();
        for (int level = 0; level < described.levels().size(); level++) {
            int offset = level * grid.stride(factor);
            List<double[]> all = Arrays.stream(grid.bases(factor))
                    .mapToObj(base -> grid.present(base + offset))
                    .toList();
            List<double[]> cells = all.stream().filter(cell -> cell.length > 0).toList();
            means.add(new MarginalMean(
                    described.name(),
                    described.levels().get(level),
                    cells.stream().mapToDouble(Numbers::mean).average().orElse(Double.NaN),
                    cells.stream().mapToInt(cell -> cell.length).sum(),
                    cells.size(),
                    all.size() - cells.size()));
        }
        return means;
    }
}
