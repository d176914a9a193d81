package org.contexture.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.chart.Axis;
import org.contexture.chart.Chart;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Mark;
import org.contexture.chart.Mark.Line;
import org.contexture.chart.Mark.Point;
import org.contexture.results.Results;
import org.contexture.setting.UserError;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * Every chart of results. Settings are named by their paths ({@code model.cell}), metrics by their columns in trials.csv; whatever
 * is not there is a {@link UserError} that says what is.
 */
public final class Figures {
    private Figures() {}

    /**
     * Validation loss (training loss without validation) by epoch: a line and a band for each value of the settings.
     *
     * @param by settings to tell apart; without any, all that were swept
     */
    public static Chart learningCurves(Results results, String... by) {
        boolean validated = results.epochs().containsColumn("validLoss");
        return learningCurvesOf(results, validated ? "validLoss" : "trainLoss", by);
    }

    /**
     * Any column of epochs.csv by epoch.
     *
     * @param column such as {@code trainLoss}
     */
    public static Chart learningCurvesOf(Results results, String column, String... by) {
        if (!results.epochs().containsColumn(column)) {
            throw new UserError(results.folder() + " has no column \"" + column + "\" of epochs: it has "
                    + results.epochs().columnNames() + ".");
        }
        Measure measure = Measure.of(column);
        return new Curves(Grouping.by(results, List.of(by)), Axis.of("epoch"), Axis.of(measure.title()))
                .chart("Learning curves", results.epochs(), "epoch", column);
    }

    /** Test loss by target position, {@code </s>} counted: where in a sentence the loss comes from. */
    public static Chart lossByPosition(Results results, String... by) {
        return new Curves(
                        Grouping.by(results, List.of(by)),
                        Axis.of("target position"),
                        Axis.of(Measure.of("loss").title()))
                .chart("Loss by target position", results.positions(), "position", "loss");
    }

    /** Test loss by source length in tokens: what a context of fixed size makes of longer sentences. */
    public static Chart lossByLength(Results results, String... by) {
        return new Curves(
                        Grouping.by(results, List.of(by)),
                        Axis.of("source length (tokens)"),
                        Axis.of(Measure.of("loss").title()))
                .chart("Loss by source length", results.lengths(), "length", "loss");
    }

    /**
     * The mean of a metric in every combination of up to three settings: rows, columns, panels.
     *
     * @param by one to three settings; without any, the first three that were swept
     */
    public static Chart heatMap(Results results, String metric, String... by) {
        return HeatMaps.of(results, metric, List.of(by));
    }

    /** What each value of each swept setting does beside the first one, over everything else. */
    public static Chart mainEffects(Results results, String metric) {
        return EffectFigures.mainEffects(results, metric);
    }

    /** Every configuration's difference to the first one, over the seeds that both have. */
    public static Chart differences(Results results, String metric) {
        return EffectFigures.differences(results, metric, null);
    }

    /** Every configuration's difference to another one. */
    public static Chart differences(Results results, String metric, String baseline) {
        return EffectFigures.differences(results, metric, baseline);
    }

    /** A metric against what it costs: the parameters of a model. */
    public static Chart paretoOfParameters(Results results, String metric) {
        return Pareto.ofParameters(results, metric);
    }

    /** A metric against what it costs: the seconds that a trial took. */
    public static Chart paretoOfSeconds(Results results, String metric) {
        return Pareto.ofSeconds(results, metric);
    }

    /**
     * How much of each source token a model looked at.
     *
     * @param rows what looked: target tokens for attention, or whatever else the rows of weights stand for
     * @param weights one row for each, one number for each source token, from 0 to 1
     */
    public static Chart weights(List<String> source, List<String> rows, double[][] weights) {
        return WeightMap.of(source, rows, weights);
    }

    /**
     * Lines through the rows of any table, one for each value of a column.
     *
     * @param series the column that tells lines apart
     */
    public static Chart lines(String title, Table table, String x, String y, String series) {
        Map<String, List<Point>> lines = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            lines.computeIfAbsent(table.column(series).getUnformattedString(row), name -> new ArrayList<>())
                    .add(new Point(number(table, x, row), number(table, y, row)));
        }
        List<Mark> marks = new ArrayList<>();
        lines.forEach((name, points) -> marks.add(new Line(name, points)));
        return new Chart(
                title,
                "A line for each " + series + ".",
                List.of(new Panel("", Axis.of(x), Axis.of(Measure.of(y).title()), marks)));
    }

    private static double number(Table table, String column, int row) {
        return ((NumericColumn<?>) table.column(column)).getDouble(row);
    }

    /** A trial's decoded test sentences beside their references. */
    public static DecodedSentences decoded(Results results, String trial) {
        return DecodedSentences.of(results, trial);
    }
}
