package org.contexture.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.chart.Axis;
import org.contexture.chart.Chart;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Colours;
import org.contexture.chart.Mark.HeatMap;
import org.contexture.chart.Mark.Tile;
import org.contexture.results.Results;
import org.contexture.results.Spread;
import org.contexture.results.SweptDesign;
import org.contexture.results.TerminalTable;
import org.contexture.setting.UserError;
import org.contexture.statistics.FactorialDesign;
import org.contexture.statistics.FactorialDesign.Factor;
import org.contexture.statistics.FactorialDesign.Observation;

/** The means of a metric as fields: the first setting is the rows, the second the columns, the third the panels. */
final class HeatMaps {
    private static final int MOST = 3;
    private static final Factor NOTHING = new Factor("", List.of(""));

    private final Measure measure;
    private final FactorialDesign design;
    private final List<Factor> shown;

    private HeatMaps(Measure measure, FactorialDesign design, List<Factor> shown) {
        this.measure = measure;
        this.design = design;
        this.shown = shown;
    }

    static Chart of(Results results, String metric, List<String> by) {
        Measure measure = Measure.of(results, metric);
        if (by.size() > MOST) {
            throw new UserError("A heat map shows up to three settings, but " + by + " are " + by.size()
                    + "; leave some out: it then shows means over them.");
        }
        SweptDesign swept = SweptDesign.of(results.trials(), by);
        List<Factor> shown = by.isEmpty()
                ? swept.factors().stream().limit(MOST).toList()
                : by.stream().map(name -> factor(swept, name)).toList();
        if (shown.isEmpty()) {
            throw new UserError(
                    results.folder() + " has a single configuration: there is nothing to map. Sweep a setting.");
        }
        return new HeatMaps(measure, swept.design(metric), shown).chart();
    }

    private static Factor factor(SweptDesign swept, String name) {
        return swept.factors().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Chart chart() {
        List<String> names =
                TerminalTable.shortNames(shown.stream().map(Factor::name).toList());
        Factor panels = shown.size() == MOST ? shown.get(2) : NOTHING;
        List<Panel> all = new ArrayList<>();
        for (int level = 0; level < panels.levels().size(); level++) {
            String title = panels.equals(NOTHING)
                    ? ""
                    : names.get(2) + " " + Grouping.named(panels.levels().get(level));
            all.add(panel(title, names, level));
        }
        return new Chart(
                measure.title() + " by " + String.join(", ", names),
                "Means over seeds" + (design.factors().size() > shown.size() ? " and all other settings" : "")
                        + ". Darker is better.",
                all);
    }

    private Panel panel(String title, List<String> names, int panel) {
        Factor rows = shown.get(0);
        Factor columns = shown.size() > 1 ? shown.get(1) : NOTHING;
        List<Tile> tiles = new ArrayList<>();
        means(panel).forEach((place, values) -> {
            double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
            tiles.add(new Tile(place.get(1), place.get(0), mean, Spread.number(mean, 3)));
        });
        Colours colours = measure.lessIsBetter() ? Colours.SEQUENTIAL_DOWN : Colours.SEQUENTIAL;
        return new Panel(
                title,
                axis(columns.equals(NOTHING) ? "" : names.get(1), columns),
                axis(names.get(0), rows),
                List.of(new HeatMap(measure.title(), colours, tiles)));
    }

    /** Values by row and column. */
    private Map<List<Integer>, List<Double>> means(int panel) {
        Map<List<Integer>, List<Double>> values = new LinkedHashMap<>();
        for (Observation each : design.observations()) {
            if (level(each, 2) == panel) {
                values.computeIfAbsent(List.of(level(each, 0), level(each, 1)), place -> new ArrayList<>())
                        .add(each.value());
            }
        }
        return values;
    }

    /** An observation's level of what is shown in this place; 0 where nothing is. */
    private int level(Observation observation, int place) {
        return place < shown.size() ? observation.levels().get(design.factors().indexOf(shown.get(place))) : 0;
    }

    private static Axis axis(String title, Factor factor) {
        return Axis.named(title, factor.levels().stream().map(Grouping::named).toList());
    }
}
