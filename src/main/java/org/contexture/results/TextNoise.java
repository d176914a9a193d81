package org.contexture.results;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contexture.corpus.TextFile;
import org.contexture.experiment.Trial;
import org.contexture.metrics.Metric;
import org.contexture.metrics.MetricKind;
import org.contexture.metrics.References;
import org.contexture.metrics.Scorer;
import org.contexture.metrics.SufficientStatistics;
import org.contexture.setting.UserError;
import org.contexture.statistics.ReplicatedRandomization;
import org.jspecify.annotations.Nullable;

/**
 * Whether two configurations' texts differ by more than seeds and the choice of test sentences explain: approximate randomization
 * over the trials' decoded sentences. A trial's texts are read and scored once.
 */
final class TextNoise {
    private final MetricKind kind;
    private final Map<Path, Texts> read = new HashMap<>();

    private record Texts(Metric metric, List<String> references, SufficientStatistics statistics) {}

    private TextNoise(MetricKind kind) {
        this.kind = kind;
    }

    /** Of a metric of texts; null for any other column. */
    static @Nullable TextNoise of(String metric) {
        return MetricKind.named(metric).map(TextNoise::new).orElse(null);
    }

    /** The p-value; null if texts are missing, or were not scored alike against the same references. */
    @Nullable Double p(List<Path> first, List<Path> second) {
        List<Texts> a = texts(first);
        List<Texts> b = texts(second);
        boolean same = !a.isEmpty()
                && a.size() == first.size()
                && b.size() == second.size()
                && Stream.concat(a.stream(), b.stream())
                        .allMatch(t -> t.metric().equals(a.get(0).metric())
                                && t.references().equals(a.get(0).references()));
        if (!same) {
            return null;
        }
        Metric metric = a.get(0).metric();
        return ReplicatedRandomization.of(
                        rows(a), rows(b), sums -> metric.parts(sums.clone()).score())
                .pWithTies();
    }

    private static double[][][] rows(List<Texts> texts) {
        return texts.stream().map(t -> t.statistics().rows()).toArray(double[][][]::new);
    }

    private List<Texts> texts(List<Path> trials) {
        List<Texts> texts = new ArrayList<>();
        for (Path trial : trials) {
            boolean whole = List.of("trial.json", "hypotheses.txt", "references.txt").stream()
                    .allMatch(name -> Files.isRegularFile(trial.resolve(name)));
            Texts text = whole ? read.computeIfAbsent(trial, this::read) : null;
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Null for a trial of an older version, whose settings say no more how its texts are to be scored. */
    private @Nullable Texts read(Path folder) {
        Metric metric;
        try {
            metric = trial(folder.resolve("trial.json")).metric(kind);
        } catch (UserError e) {
            return null;
        }
        List<String> references = TextFile.lines(folder.resolve("references.txt"), "The trial");
        List<String> hypotheses = TextFile.lines(folder.resolve("hypotheses.txt"), "The trial");
        Scorer scorer = new Scorer(metric, References.of(references));
        return new Texts(metric, references, scorer.statistics(hypotheses));
    }

    private static Trial trial(Path file) {
        ObjectNode json = Json.object(file);
        Map<String, @Nullable Object> settings = Json.MAPPER.convertValue(
                json.get("settings"), new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
        return Trial.of(
                Json.text(json, "configuration", file), json.path("seed").asLong(), settings, file.toString());
    }
}
