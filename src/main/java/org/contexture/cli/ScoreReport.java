package org.contexture.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contexture.cli.ScoreInput.SystemLines;
import org.contexture.experiment.JsonFile;
import org.contexture.metrics.Decimals;
import org.contexture.metrics.PairedTest;
import org.contexture.metrics.Resampling;
import org.contexture.metrics.Score;
import org.contexture.metrics.Scorer;
import org.contexture.metrics.Signature;
import org.contexture.metrics.SufficientStatistics;
import org.contexture.results.PaperTable;
import org.contexture.results.PaperTable.Cell;
import org.contexture.results.PaperTable.Column;
import org.contexture.statistics.Verdict;
import org.jspecify.annotations.Nullable;

/** Prints scores: lines and JSON as sacreBLEU prints them, and a table where there are several systems. */
final class ScoreReport {
    private final ScoreOptions.OutputOptions options;
    private final PrintWriter out;

    ScoreReport(ScoreOptions.OutputOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** A line a sentence. */
    void sentences(List<Score> scores) {
        scores.forEach(score -> out.println(line(score)));
    }

    private String line(Score score) {
        return options.scoreOnly()
                ? score.number(options.width())
                : score.line(options.width(), options.shortSignature());
    }

    /** Every metric of one system. */
    void system(List<Scorer> scorers, SystemLines system, @Nullable Resampling confidence) {
        List<Score> scores = new ArrayList<>();
        for (Scorer scorer : scorers) {
            SufficientStatistics statistics = scorer.statistics(system.lines());
            scores.add(confidence == null ? scorer.score(statistics) : scorer.score(statistics, confidence));
        }
        if (options.json()) {
            List<String> objects = scores.stream().map(this::json).toList();
            out.println(objects.size() == 1 ? objects.get(0) : "[\n" + String.join(",\n", objects) + "\n]");
        } else if (options.format() != PaperTable.Format.TEXT) {
            tableOfOne(system, scores);
        } else {
            int longest = scores.stream().mapToInt(ScoreReport::left).max().orElse(0);
            scores.forEach(score ->
                    out.println(options.scoreOnly() ? line(score) : " ".repeat(longest - left(score)) + line(score)));
        }
    }

    private void tableOfOne(SystemLines system, List<Score> scores) {
        Map<String, List<PairedTest.Result>> results = new LinkedHashMap<>();
        for (Score score : scores) {
            Score.Confidence confidence = score.confidence();
            results.put(
                    score.name(),
                    List.of(new PairedTest.Result(
                            score.value(),
                            null,
                            confidence == null ? null : Double.valueOf(confidence.mean()),
                            confidence == null ? null : Double.valueOf(confidence.halfWidth()))));
        }
        table(List.of(system.name()), results, Map.of(), null);
    }

    /** Where the line's equals sign stands. */
    private static int left(Score score) {
        return score.line(0, false).indexOf(" = ");
    }

    private String json(Score score) {
        int width = options.width();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", score.name());
        json.put("score", rounded(score.value(), width));
        json.put("signature", score.signature().toString());
        Score.Confidence confidence = score.confidence();
        if (confidence != null) {
            json.put("confidence_mean", rounded(confidence.mean(), width));
            json.put("confidence_var", rounded(confidence.halfWidth(), width));
            json.put(
                    "confidence",
                    "μ = " + Decimals.fixed(confidence.mean(), width) + " ± "
                            + Decimals.fixed(confidence.halfWidth(), width));
        }
        if (!score.parts().verbose().isEmpty())
            json.put("verbose_score", score.parts().verbose());
        json.putAll(score.signature().fields());
        return JsonFile.pretty(json).stripTrailing();
    }

    private static double rounded(double value, int decimals) {
        return Double.parseDouble(Decimals.fixed(value, decimals));
    }

    /** Every metric of several systems, the others tested against the first if there is a test. */
    void systems(List<Scorer> scorers, List<SystemLines> systems, @Nullable PairedTest test) {
        Map<String, List<PairedTest.Result>> results = new LinkedHashMap<>();
        Map<String, Signature> signatures = new LinkedHashMap<>();
        for (Scorer scorer : scorers) {
            List<SufficientStatistics> statistics = systems.parallelStream()
                    .map(system -> scorer.statistics(system.lines()))
                    .toList();
            String name = scorer.metric().name();
            results.put(name, test == null ? plain(scorer, statistics) : test.of(scorer.metric(), statistics));
            signatures.put(name, test == null ? scorer.signature() : test.signature(scorer.signature()));
        }
        List<String> names = names(systems, test);
        if (options.json()) {
            out.println(json(names, results, test != null));
        } else {
            table(names, results, signatures, test);
        }
    }

    private static List<PairedTest.Result> plain(Scorer scorer, List<SufficientStatistics> systems) {
        return systems.stream()
                .map(system -> new PairedTest.Result(scorer.score(system).value(), null, null, null))
                .toList();
    }

    private static List<String> names(List<SystemLines> systems, @Nullable PairedTest test) {
        List<String> names = systems.stream().map(SystemLines::name).collect(Collectors.toCollection(ArrayList::new));
        if (test != null) names.set(0, "Baseline: " + names.get(0));
        return names;
    }

    private String json(List<String> names, Map<String, List<PairedTest.Result>> results, boolean tested) {
        List<String> objects = new ArrayList<>();
        for (int s = 0; s < names.size(); s++) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("system", names.get(s));
            for (Map.Entry<String, List<PairedTest.Result>> metric : results.entrySet()) {
                PairedTest.Result result = metric.getValue().get(s);
                json.put(
                        metric.getKey(),
                        tested
                                ? JsonFile.map(
                                        "score",
                                        result.score(),
                                        "p_value",
                                        result.pValue(),
                                        "mean",
                                        result.mean(),
                                        "ci",
                                        result.halfWidth())
                                : Decimals.fixed(result.score(), options.width()));
            }
            objects.add(JsonFile.pretty(json).stripTrailing());
        }
        return "[\n" + String.join(",\n", objects) + "\n]";
    }

    private void table(
            List<String> names,
            Map<String, List<PairedTest.Result>> results,
            Map<String, Signature> signatures,
            @Nullable PairedTest test) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("System", false, names));
        results.forEach((metric, list) -> columns.add(new Column(
                heading(metric, list.get(0)),
                true,
                list.stream().map(result -> cell(result, list.get(0))).toList())));
        out.print(new PaperTable(columns).text(options.format(), Terminal.width()));
        if (options.format() != PaperTable.Format.TEXT) {
            return;
        }
        out.println();
        if (test != null) {
            out.println("p: how often a difference to the baseline this large would come about by chance, by "
                    + (test.kind() == PairedTest.Kind.BOOTSTRAP
                            ? "paired bootstrap resampling"
                            : "approximate randomization")
                    + " (" + test.resampling().samples() + " samples); * below " + Verdict.ALPHA + ".");
        }
        signatures.forEach((metric, signature) ->
                out.println(metric + ": " + (options.shortSignature() ? signature.shortForm() : signature)));
    }

    private static String heading(String metric, PairedTest.Result first) {
        return first.mean() == null ? metric : metric + " (μ ± 95 % CI)";
    }

    // Equal scores differ in nothing, whatever share of resamples does: some differ by rounding, none of equal systems.
    private Cell cell(PairedTest.Result result, PairedTest.Result first) {
        int width = options.width();
        StringBuilder text = new StringBuilder(Decimals.fixed(result.score(), width));
        if (result.mean() != null && result.halfWidth() != null) {
            text.append(" (").append(Decimals.fixed(result.mean(), width));
            text.append(" ± ").append(Decimals.fixed(result.halfWidth(), width)).append(')');
        }
        Double p = result.pValue();
        if (p != null) {
            text.append(" p = ").append(Decimals.fixed(p, 4));
        }
        return new Cell(text.toString(), p != null && p < Verdict.ALPHA && result.score() != first.score());
    }
}
