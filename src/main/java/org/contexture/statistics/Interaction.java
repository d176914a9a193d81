package org.contexture.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what one factor does depends on the level of another. A block is a seed and a level of every factor but these two.
 *
 * @param first the factor whose levels are the table's rows
 * @param second the factor whose levels are its columns
 * @param blocks blocks with a trial in every cell of the table, which its cells are means over
 * @param leftOut blocks of the full grid that lack one
 * @param cells row by row
 * @param contrasts for every level of both factors but their first
 */
public record Interaction(
        String first, String second, int blocks, int leftOut, List<Cell> cells, List<LevelContrast> contrasts) {
    /**
     * A cell of the table of means.
     *
     * @param mean over the complete blocks; NaN without any
     * @param residual cell mean − row mean − column mean + grand mean, 0 everywhere if effects only add up
     */
    public record Cell(String firstLevel, String secondLevel, double mean, double residual) {}

    /**
     * How much more the first factor's level does beside its reference (the first level) at this level of the second factor than at
     * the second factor's reference, within each block:
     *
     * <pre>
     *   (y(i, j) − y(0, j)) − (y(i, 0) − y(0, 0))
     * </pre>
     *
     * @param difference over the blocks that have these four trials
     */
    public record LevelContrast(String firstLevel, String secondLevel, Contrast difference) {}

    public Interaction {
        cells = List.copyOf(cells);
        contrasts = List.copyOf(contrasts);
    }

    static Interaction of(Grid grid, int f, int g) {
        TwoWay table = new TwoWay(grid, f, g);
        List<String> rows = grid.factors().get(f).levels();
        List<String> columns = grid.factors().get(g).levels();
        List<Cell> cells = new ArrayList<>();
        List<LevelContrast> contrasts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                cells.add(new Cell(rows.get(i), columns.get(j), table.mean(i, j), table.residual(i, j)));
                if (i > 0 && j > 0) {
                    contrasts.add(new LevelContrast(rows.get(i), columns.get(j), table.contrast(i, j)));
                }
            }
        }
        return new Interaction(
                grid.factors().get(f).name(),
                grid.factors().get(g).name(),
                table.complete(),
                table.leftOut(),
                cells,
                contrasts);
    }
}
