package org.contexture.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.contexture.chart.Axis;
import org.contexture.chart.Chart;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Mark;
import org.contexture.chart.Mark.Dots;
import org.contexture.chart.Mark.Line;
import org.contexture.chart.Mark.Point;
import org.contexture.results.Results;
import org.contexture.results.SweptDesign;
import org.contexture.setting.UserError;
import org.contexture.statistics.FactorialDesign.Factor;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** What a metric costs: a dot for each configuration, and the front of those that no other beats in both. */
final class Pareto {
    private static final String FRONT = "front";
    /** A setting with more values, such as one that was drawn at random, does not tell dots apart. */
    private static final int MOST_SERIES = 12;

    private Pareto() {}

    static Chart ofParameters(Results results, String metric) {
        NumericColumn<?> parameters = (NumericColumn<?>) results.trials().column("parameters");
        return of(results, metric, "parameters", parameters::getDouble);
    }

    static Chart ofSeconds(Results results, String metric) {
        Table timings = results.timings();
        Map<String, Double> seconds = new HashMap<>();
        for (int row = 0; row < timings.rowCount(); row++) {
            seconds.put(
                    timings.stringColumn("trial").get(row),
                    timings.doubleColumn("seconds").get(row));
        }
        if (seconds.isEmpty()) {
            throw new UserError(results.folder() + " has no timings.csv: what trials took was not published with it.");
        }
        return of(results, metric, "seconds of a trial", row -> {
            Double taken = seconds.get(results.trials().stringColumn("trial").get(row));
            return taken == null ? Double.NaN : taken;
        });
    }

    /** Sums over the trials of a configuration. */
    private static final class Sums {
        private final String series;
        private double cost;
        private double value;
        private int n;

        Sums(String series) {
            this.series = series;
        }

        void add(double toCost, double toValue) {
            cost += toCost;
            value += toValue;
            n++;
        }
    }

    private static Chart of(Results results, String metric, String cost, Function<Integer, Double> costOf) {
        Measure measure = Measure.of(results, metric);
        Map<String, Sums> sums = sums(results.trials(), metric, costOf);
        if (sums.isEmpty()) {
            throw new UserError(results.folder() + " has no trial that ended well yet.");
        }
        Map<String, List<Point>> series = new LinkedHashMap<>();
        sums.forEach((name, sum) -> series.computeIfAbsent(sum.series, s -> new ArrayList<>())
                .add(new Point(sum.cost / sum.n, sum.value / sum.n, name)));
        List<Mark> marks = new ArrayList<>();
        series.forEach((name, points) -> marks.add(new Dots(name, points)));
        marks.add(new Line(
                FRONT, front(series.values().stream().flatMap(List::stream).toList(), measure.lessIsBetter())));
        return new Chart(
                measure.title() + " against " + cost,
                "A dot is a configuration, its mean over seeds. No configuration is both cheaper and better than one on the line.",
                List.of(new Panel("", Axis.logarithmic(cost), Axis.of(measure.title()), marks)));
    }

    private static Map<String, Sums> sums(Table trials, String metric, Function<Integer, Double> costOf) {
        List<Factor> factors = SweptDesign.of(trials, List.of()).factors().stream()
                .filter(factor -> factor.levels().size() <= MOST_SERIES)
                .toList();
        NumericColumn<?> values = (NumericColumn<?>) trials.column(metric);
        Map<String, Sums> sums = new LinkedHashMap<>();
        for (int row = 0; row < trials.rowCount(); row++) {
            double cost = costOf.apply(row);
            double value = values.getDouble(row);
            if (trials.stringColumn("state").get(row).equals("ok") && Double.isFinite(cost) && Double.isFinite(value)) {
                String series = factors.isEmpty()
                        ? "configuration"
                        : Grouping.named(trials.column(factors.get(0).name()).getUnformattedString(row));
                sums.computeIfAbsent(trials.stringColumn("configuration").get(row), name -> new Sums(series))
                        .add(cost, value);
            }
        }
        return sums;
    }

    /** From the cheapest on, whatever is better than all that is as cheap or cheaper. */
    static List<Point> front(List<Point> points, boolean lessIsBetter) {
        Comparator<Point> better = Comparator.comparingDouble(p -> lessIsBetter ? p.y() : -p.y());
        List<Point> front = new ArrayList<>();
        points.stream()
                .sorted(Comparator.comparingDouble(Point::x).thenComparing(better))
                .forEach(point -> {
                    if (front.isEmpty() || better.compare(point, front.get(front.size() - 1)) < 0) front.add(point);
                });
        return front;
    }
}
