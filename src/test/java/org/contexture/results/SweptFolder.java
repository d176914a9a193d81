package org.contexture.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Result folders of configurations with seeds 1, 2, …, each with one number for every metric. */
final class SweptFolder {
    /** A trial that failed; its metrics are far off, so that they show where they should not. */
    static final double FAILED = Double.NaN;

    /** A trial that was planned and has not begun. */
    static final double PLANNED = Double.POSITIVE_INFINITY;

    private static final String FAR_OFF = "999";

    /** A configuration; its metric by seed. */
    record Configuration(String name, String settings, List<Double> values) {
        static Configuration of(String name, String settings, double... values) {
            return new Configuration(
                    name, settings, Arrays.stream(values).boxed().toList());
        }

        /** Set apart by its cell. */
        static Configuration cell(String cell, double... values) {
            return of(cell, "\"corpus.task\": \"reverse\", \"model.cell\": \"" + cell + "\"", values);
        }

        private String id(int seed) {
            return name + "-s" + seed;
        }
    }

    private final TrialFolders folders;
    private final Path folder;

    SweptFolder(Path folder, String metric, List<Configuration> configurations) {
        this.folder = folder;
        List<String> plan = new ArrayList<>();
        configurations.forEach(
                each -> IntStream.rangeClosed(1, each.values.size()).forEach(seed -> plan.add(each.id(seed))));
        folders = new TrialFolders(folder, plan.toArray(String[]::new));
        configurations.forEach(each -> write(each, metric));
    }

    private void write(Configuration configuration, String metric) {
        for (int seed = 1; seed <= configuration.values.size(); seed++) {
            double value = configuration.values.get(seed - 1);
            if (value != PLANNED) {
                boolean failed = Double.isNaN(value);
                String number = failed ? FAR_OFF : String.format(Locale.ROOT, "%s", value);
                folders.begun(configuration.id(seed), configuration.name, seed, configuration.settings)
                        .ended(configuration.id(seed), failed ? "failed" : "ok", "\"" + metric + "\": " + number);
            }
        }
    }

    /** Adds decoded sentences to a trial. */
    SweptFolder texts(String id, List<String> hypotheses, List<String> references) {
        folders.file(id, "hypotheses.txt", String.join("\n", hypotheses) + "\n");
        folders.file(id, "references.txt", String.join("\n", references) + "\n");
        return this;
    }

    Results results() {
        return Tables.write(folder);
    }

    /** A table's cells under a header. */
    static List<String> column(PaperTable table, String header) {
        return table.columns().stream()
                .filter(column -> column.header().equals(header))
                .findFirst()
                .orElseThrow()
                .cells()
                .stream()
                .map(PaperTable.Cell::text)
                .toList();
    }

    /** Whether each row stands out. */
    static List<Boolean> bold(PaperTable table) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> table.columns().stream()
                        .anyMatch(column -> column.cells().get(row).bold()))
                .toList();
    }
}
