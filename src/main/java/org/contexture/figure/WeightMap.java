package org.contexture.figure;

import java.util.ArrayList;
import java.util.List;
import org.contexture.chart.Axis;
import org.contexture.chart.Chart;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Colours;
import org.contexture.chart.Mark.HeatMap;
import org.contexture.chart.Mark.Tile;
import org.contexture.results.Spread;

/** Weights over the tokens of a source sentence. */
final class WeightMap {
    private WeightMap() {}

    static Chart of(List<String> source, List<String> rows, double[][] weights) {
        List<Tile> tiles = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (weights[row].length != source.size()) {
                throw new IllegalArgumentException("row " + row + " has " + weights[row].length + " weights for "
                        + source.size() + " source tokens");
            }
            for (int column = 0; column < source.size(); column++) {
                tiles.add(new Tile(column, row, weights[row][column], Spread.fixed(weights[row][column], 2)));
            }
        }
        return new Chart(
                "Weights of source tokens",
                "A row sums to one. Darker tokens weigh more.",
                List.of(new Panel(
                        "",
                        Axis.named("source", source),
                        Axis.named("", rows),
                        List.of(new HeatMap("weight", Colours.SHARE, tiles)))));
    }
}
