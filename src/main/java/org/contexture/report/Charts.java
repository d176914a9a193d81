package org.contexture.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.contexture.chart.Chart;
import org.contexture.chart.DataTable;
import org.contexture.figure.Figures;
import org.contexture.report.Block.Picture;
import org.contexture.results.Results;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/** The charts that make sense of some results, none of them empty and none too full to be read. */
final class Charts {
    private final Results results;
    private final Standings standings;
    private final ReportRequest request;
    private final ReadableScope scope;

    Charts(Results results, Standings standings, ReportRequest request) {
        this.results = results;
        this.standings = standings;
        this.request = request;
        this.scope = ReadableScope.of(results, standings, request.by());
    }

    List<Picture> all() {
        List<Picture> pictures = new ArrayList<>();
        String[] by = scope.by().toArray(String[]::new);
        String metric = standings.measure().column();
        boolean several = standings.ranked().size() > 1;
        add(pictures, "learning-curves", scope.remark(), () -> Figures.learningCurves(scope.results(), by));
        if (several) {
            add(pictures, "heat-map", "", () -> heatMap(metric));
            add(pictures, "main-effects", "", () -> mainEffects(metric));
            addDifferences(pictures, metric);
        }
        add(pictures, "loss-by-position", scope.remark(), () -> Figures.lossByPosition(scope.results(), by));
        add(pictures, "loss-by-length", scope.remark(), () -> Figures.lossByLength(scope.results(), by));
        if (several) {
            add(pictures, "pareto-parameters", "", () -> Figures.paretoOfParameters(results, metric));
            add(pictures, "pareto-seconds", "", () -> Figures.paretoOfSeconds(results, metric));
        }
        return pictures;
    }

    private @Nullable Chart heatMap(String metric) {
        List<String> by = ReadableScope.ofMap(results, request.by());
        return by.isEmpty() ? null : Figures.heatMap(results, metric, by.toArray(String[]::new));
    }

    private @Nullable Chart mainEffects(String metric) {
        return ReadableScope.hasEffects(results) ? Figures.mainEffects(results, metric) : null;
    }

    private void addDifferences(List<Picture> pictures, String metric) {
        String baseline = request.baseline();
        ShortForest forest = new ShortForest(standings.ranked().stream()
                .map(values -> values.configuration())
                .toList());
        add(
                pictures,
                "differences",
                forest.remark(),
                () -> forest.of(
                        baseline == null
                                ? Figures.differences(results, metric)
                                : Figures.differences(results, metric, baseline)));
    }

    /** What results cannot show, because they were published without it or there is nothing to compare, is left out. */
    private static void add(
            List<Picture> pictures, String name, String remark, Supplier<? extends @Nullable Chart> chart) {
        try {
            Optional.ofNullable(chart.get())
                    .filter(drawn -> !DataTable.of(drawn).rows().isEmpty())
                    .ifPresent(drawn -> pictures.add(new Picture(name, drawn, remark)));
        } catch (UserError missing) {
            // Whatever was asked for was there (ReportRequest): this is something that nobody asked for.
        }
    }
}
