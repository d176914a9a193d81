package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.JsonFile;
import org.contexture.provenance.Provenance;
import org.contexture.provenance.ProvenanceChange;
import org.contexture.results.ReferenceCheck.Difference;
import org.contexture.results.Reproduction;
import org.jspecify.annotations.Nullable;

/** What a reproduction ends with: the verdict, the first differences, what has changed since, and the exit code. */
final class ReproductionReport {
    private static final int MOST = 20;

    private final Path results;
    private final FrozenPlan plan;
    private final List<FrozenTrial> wanted;
    private final PrintWriter out;

    ReproductionReport(Path results, FrozenPlan plan, List<FrozenTrial> wanted, PrintWriter out) {
        this.results = results;
        this.plan = plan;
        this.wanted = wanted;
        this.out = out;
    }

    /** Whether every corpus is the kept one; if not, that is told, and nothing needs to be trained. */
    boolean sameCorpora(Map<CorpusSettings, Dataset> datasets) {
        boolean same = true;
        for (FrozenTrial each : wanted) {
            String kept = each.corpusSha256();
            String now =
                    Objects.requireNonNull(datasets.get(each.trial().corpus())).sha256();
            if (same && !now.equals(kept)) {
                same = false;
                out.println("Not reproduced: the corpus of " + each.id()
                        + " is another now, so nothing was trained. Its SHA-256 was " + kept + " and is " + now + ".");
            }
        }
        if (!same) changes(Map.of());
        out.flush();
        return same;
    }

    /** Prints the verdict and returns the exit code. */
    int print(Reproduction reproduction, Path again) {
        List<Difference> differences = reproduction.differences();
        String trials = wanted.size() == 1 ? "1 trial" : wanted.size() + " trials";
        out.println(reproduction.rule());
        if (differences.isEmpty()) {
            out.println("Reproduced: " + trials
                    + (reproduction.farthest() == 0
                            ? "; all losses are equal bit for bit."
                            : String.format(
                                    Locale.ROOT,
                                    "; the farthest loss is %.1e relative from the kept one.",
                                    reproduction.farthest())));
            out.flush();
            return 0;
        }
        Difference first = differences.get(0);
        out.println("Not reproduced: " + differences.size()
                + (differences.size() == 1 ? " value differs" : " values differ")
                + " in " + trials + ", first " + first.trial() + ", " + first.column() + ": kept "
                + first.reference() + ", now " + first.run() + ".");
        differences.stream()
                .skip(1)
                .limit(MOST - 1)
                .forEach(d -> out.println(
                        "  " + d.trial() + ", " + d.column() + ": kept " + d.reference() + ", now " + d.run()));
        if (differences.size() > MOST) out.println("  … and " + (differences.size() - MOST) + " more");
        changes(JsonFile.read(again.resolve("provenance.json")));
        out.flush();
        return Main.FAILED_TRIALS;
    }

    /** What is known of both: the plan's engine, the folder's machine, and what the first trial says of itself. */
    private void changes(Map<String, @Nullable Object> machine) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        kept.put("engine", plan.engine());
        add(kept, results.resolve("provenance.json"));
        add(kept, wanted.get(0).folderIn(results).resolve("provenance.json"));
        Map<String, @Nullable Object> now = new LinkedHashMap<>(machine);
        now.putAll(Provenance.ofRun(plan.base().resolve("x"), List.of()));
        List<ProvenanceChange> changes = ProvenanceChange.between(kept, now);
        out.println(
                changes.isEmpty()
                        ? "Nothing that the results say of their origin has changed."
                        : "What has changed since:");
        int width = changes.stream().mapToInt(c -> c.key().length()).max().orElse(0);
        changes.forEach(c -> {
            out.println("  " + c.key() + " ".repeat(width - c.key().length()) + "  kept  " + c.kept());
            out.println("  " + " ".repeat(width) + "  now   " + c.now());
        });
    }

    private static void add(Map<String, @Nullable Object> facts, Path file) {
        if (Files.isRegularFile(file)) JsonFile.read(file).forEach(facts::putIfAbsent);
    }
}
