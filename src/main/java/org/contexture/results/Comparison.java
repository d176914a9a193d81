package org.contexture.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Configurations compared seed by seed, within one experiment or between two.
 *
 * @param sentences what is to be said before the table
 * @param notes what is to be said after it
 */
public record Comparison(List<String> sentences, PaperTable table, List<String> notes) {
    /** Compared unless others are asked for, as far as the trials have them. */
    private static final List<String> USUAL = List.of("testLoss", "exactMatch", "bleu");

    private static final List<String> WITHOUT_TEST = List.of("validLoss");

    /** The column that says which sentence pairs a trial saw. */
    private static final String CORPUS = "corpusSha256";

    /**
     * Every configuration of an experiment against one of them.
     *
     * @param baseline a configuration; null for the first
     * @param metrics empty for the usual ones
     * @throws UserError if there is no such configuration or metric
     */
    public static Comparison within(Results results, @Nullable String baseline, List<String> metrics) {
        ConfigurationTable shape = ConfigurationTable.of(results.trials(), List.of());
        List<String> names =
                shape.rows().stream().map(ConfigurationTable.Row::configuration).toList();
        String reference = baseline == null ? first(names, results.folder()) : baseline;
        if (!names.contains(reference)) {
            throw new UserError("--baseline is " + reference + "; expected one of " + String.join(", ", names));
        }
        List<ComparisonTable.OfMetric> compared = new ArrayList<>();
        for (String metric : chosen(results, metrics)) {
            List<SeedValues> values = SeedValues.of(results.trials(), metric);
            SeedValues base = values.get(names.indexOf(reference));
            List<ComparisonTable.Row> rows = new ArrayList<>();
            TextNoise noise = TextNoise.of(metric);
            for (int c = 0; c < values.size(); c++) {
                SeedValues each = values.get(c);
                boolean isBase = each.configuration().equals(reference);
                rows.add(new ComparisonTable.Row(
                        shape.settings().isEmpty()
                                ? List.of(each.configuration())
                                : shape.rows().get(c).settings(),
                        each.summary(),
                        isBase ? null : each.minus(base),
                        isBase ? null : textP(noise, results, each, results, base)));
            }
            compared.add(new ComparisonTable.OfMetric(metric, rows));
        }
        List<String> labels =
                shape.settings().isEmpty() ? List.of("configuration") : TerminalTable.shortNames(shape.settings());
        return of(
                List.of(results.folder() + ": every configuration against " + reference + "."),
                new ComparisonTable(labels, compared));
    }

    private static String first(List<String> names, Path folder) {
        if (names.isEmpty()) {
            throw new UserError(folder + " has no trial that has begun; run its experiment first.");
        }
        return names.get(0);
    }

    /**
     * The configurations that two experiments share, the second against the first. Those of one configuration each are compared
     * whatever they are called.
     *
     * @param metrics empty for the usual ones
     * @throws UserError if they share none, or have no such metric
     */
    public static Comparison between(Results first, Results second, List<String> metrics) {
        List<ComparisonTable.OfMetric> compared = new ArrayList<>();
        for (String metric : shared(first, second, metrics)) {
            List<ComparisonTable.Row> rows = new ArrayList<>();
            TextNoise noise = TextNoise.of(metric);
            for (Pair pair : pairs(first, second, metric)) {
                rows.add(new ComparisonTable.Row(List.of(pair.a.configuration(), "A"), pair.a.summary(), null, null));
                rows.add(new ComparisonTable.Row(
                        List.of(pair.b.configuration(), "B"),
                        pair.b.summary(),
                        pair.b.minus(pair.a),
                        textP(noise, second, pair.b, first, pair.a)));
            }
            compared.add(new ComparisonTable.OfMetric(metric, rows));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("A: " + first.folder());
        sentences.add("B: " + second.folder());
        sentences.addAll(settings(first.trials(), second.trials()));
        sentences.addAll(corpora(first.trials(), second.trials()));
        sentences.addAll(
                alone(TrialColumns.configurations(first.trials()), TrialColumns.configurations(second.trials())));
        return of(sentences, new ComparisonTable(List.of("configuration", "of"), compared));
    }

    private static Comparison of(List<String> sentences, ComparisonTable table) {
        return new Comparison(sentences, table.table(), table.notes());
    }

    private record Pair(SeedValues a, SeedValues b) {}

    private static List<Pair> pairs(Results first, Results second, String metric) {
        List<SeedValues> a = SeedValues.of(first.trials(), metric);
        List<SeedValues> b = SeedValues.of(second.trials(), metric);
        if (a.size() == 1 && b.size() == 1) {
            return List.of(new Pair(a.get(0), b.get(0)));
        }
        Map<String, SeedValues> byName = new LinkedHashMap<>();
        b.forEach(values -> byName.put(values.configuration(), values));
        List<Pair> pairs = a.stream()
                .filter(values -> byName.containsKey(values.configuration()))
                .map(values -> new Pair(values, Objects.requireNonNull(byName.get(values.configuration()))))
                .toList();
        if (pairs.isEmpty()) {
            throw new UserError(first.folder() + " and " + second.folder() + " share no configuration: the first has "
                    + String.join(", ", TrialColumns.configurations(first.trials())) + ", the second "
                    + String.join(", ", TrialColumns.configurations(second.trials()))
                    + ". Sweep the same settings in both, or compare within one folder.");
        }
        return pairs;
    }

    /** What is not compared because only one experiment has it. */
    private static List<String> alone(List<String> a, List<String> b) {
        List<String> sentences = new ArrayList<>();
        if (a.size() > 1 || b.size() > 1) {
            List<String> onlyA = a.stream().filter(name -> !b.contains(name)).toList();
            List<String> onlyB = b.stream().filter(name -> !a.contains(name)).toList();
            if (!onlyA.isEmpty()) sentences.add("Only in A: " + String.join(", ", onlyA));
            if (!onlyB.isEmpty()) sentences.add("Only in B: " + String.join(", ", onlyB));
        }
        return sentences;
    }

    private static @Nullable Double textP(
            @Nullable TextNoise noise, Results ofA, SeedValues a, Results ofB, SeedValues b) {
        List<Long> seeds = a.seedsWith(b);
        return noise == null ? null : noise.p(folders(ofA, a.ids(seeds)), folders(ofB, b.ids(seeds)));
    }

    private static List<Path> folders(Results results, List<String> trials) {
        return trials.stream().map(results::trialFolder).toList();
    }

    /** The metrics to compare. */
    static List<String> chosen(Results results, List<String> asked) {
        List<String> present = present(results, asked);
        return asked.isEmpty() ? usual(present) : asked;
    }

    /** The metrics to compare that both have. */
    private static List<String> shared(Results first, Results second, List<String> asked) {
        List<String> ofSecond = present(second, asked);
        List<String> both =
                present(first, asked).stream().filter(ofSecond::contains).toList();
        return asked.isEmpty() ? usual(both) : asked;
    }

    private static List<String> present(Results results, List<String> asked) {
        List<String> present = TrialColumns.metrics(results.trials());
        if (present.isEmpty()) {
            throw new UserError(results.folder() + " has no metrics: none of its trials has ended well yet.");
        }
        for (String metric : asked) {
            if (!present.contains(metric)) {
                throw new UserError(
                        results.folder() + " has no metric \"" + metric + "\": its trials have " + present + ".");
            }
        }
        return present;
    }

    private static List<String> usual(List<String> present) {
        List<String> usual = present.contains("testLoss") ? USUAL : WITHOUT_TEST;
        return usual.stream().filter(present::contains).toList();
    }

    /** A line for each setting whose values differ between the experiments, in whatever order they were swept. */
    private static List<String> settings(Table first, Table second) {
        Set<String> all = new LinkedHashSet<>(TrialColumns.settings(first));
        all.addAll(TrialColumns.settings(second));
        List<String> lines = new ArrayList<>();
        for (String setting : all) {
            List<String> a = distinct(first, setting);
            List<String> b = distinct(second, setting);
            if (!Set.copyOf(a).equals(Set.copyOf(b))) {
                lines.add(setting + ": " + String.join(" | ", a) + "  →  " + String.join(" | ", b));
            }
        }
        return lines.isEmpty() ? List.of("Every setting is the same.") : lines;
    }

    /** A score over other sentences is another score. */
    private static List<String> corpora(Table first, Table second) {
        boolean known = first.containsColumn(CORPUS) && second.containsColumn(CORPUS);
        return !known || Set.copyOf(distinct(first, CORPUS)).equals(Set.copyOf(distinct(second, CORPUS)))
                ? List.of()
                : List.of("The sentence pairs are not the same: differences are of the data as well.");
    }

    private static List<String> distinct(Table trials, String setting) {
        if (!trials.containsColumn(setting)) {
            return List.of("(unknown)");
        }
        return IntStream.range(0, trials.rowCount())
                .filter(row -> !trials.stringColumn("configuration").isMissing(row))
                .mapToObj(row -> trials.column(setting).getUnformattedString(row))
                .map(value -> value.isEmpty() ? "(none)" : value)
                .distinct()
                .toList();
    }
}
