package org.contexture.experiment.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.contexture.corpus.Dataset;
import org.contexture.corpus.Example;
import org.contexture.corpus.Vocabulary;
import org.contexture.decoding.Hypothesis;
import org.contexture.experiment.Trial;
import org.contexture.metrics.MetricKind;
import org.contexture.metrics.References;
import org.contexture.metrics.Score;
import org.contexture.metrics.Scorer;
import org.contexture.metrics.Share;
import org.jspecify.annotations.Nullable;

/** The test set as a model decoded it: its lines of text, and what they are worth. */
final class DecodedTest {
    /** n of the n-grams whose repetition is measured. */
    private static final int REPEATED = 4;

    private final Dataset data;
    private final List<Hypothesis> hypotheses;
    private final List<List<String>> written;
    private final List<List<String>> references;
    private final List<String> hypothesisLines;
    private final List<String> referenceLines;

    DecodedTest(Dataset data, List<Hypothesis> hypotheses) {
        this.data = data;
        this.hypotheses = hypotheses;
        written = hypotheses.stream().map(h -> data.target().tokens(h.tokens())).toList();
        references = data.test().stream()
                .map(example -> data.tokenizer().tokenize(example.text().target()))
                .toList();
        hypothesisLines = written.stream()
                .map(tokens -> flat(data.tokenizer().detokenize(tokens)))
                .toList();
        referenceLines = data.test().stream()
                .map(example -> flat(example.text().target()))
                .toList();
    }

    /** Adds every measure of the decoded sentences. */
    void measure(Trial trial, int limit, Map<String, @Nullable Object> metrics) {
        metrics.put("exactMatch", exactMatch().share());
        for (MetricKind kind : trial.metrics().scores()) {
            Scorer scorer = new Scorer(trial.metric(kind), References.of(referenceLines));
            Score score = scorer.score(hypothesisLines);
            metrics.put(kind.toString(), score.value());
            metrics.put(kind + "Signature", score.signature().toString());
        }
        metrics.put("lengthRatio", (double) tokens(written) / tokens(references));
        metrics.put("unknownRate", unknown().share());
        metrics.put("repetitionRate", Share.repeated(written, REPEATED).share());
        metrics.put(
                "referenceRepetitionRate", Share.repeated(references, REPEATED).share());
        metrics.put("decodingLimit", limit);
        metrics.put("referencesOverLimit", overLimit(limit));
        metrics.put("limitHits", hypotheses.stream().filter(h -> !h.finished()).count());
    }

    /** Targets that are too long to be reached. */
    long overLimit(int limit) {
        return references.stream().filter(r -> r.size() > limit).count();
    }

    private static long tokens(List<List<String>> sentences) {
        return sentences.stream().mapToLong(List::size).sum();
    }

    /** A hypothesis with an unknown token never matches, whatever a corpus may spell like it. */
    private Share exactMatch() {
        long correct = 0;
        for (int k = 0; k < written.size(); k++) {
            boolean known = Arrays.stream(hypotheses.get(k).tokens()).noneMatch(id -> id == Vocabulary.UNK);
            correct += known && written.get(k).equals(references.get(k)) ? 1 : 0;
        }
        return new Share(correct, written.size());
    }

    private Share unknown() {
        long unknown = hypotheses.stream()
                .flatMapToInt(h -> Arrays.stream(h.tokens()))
                .filter(id -> id == Vocabulary.UNK)
                .count();
        return new Share(unknown, tokens(written));
    }

    /** The lines of hypotheses.txt. */
    List<String> hypothesisLines() {
        return hypothesisLines;
    }

    /** The lines of references.txt. */
    List<String> referenceLines() {
        return referenceLines;
    }

    /** The lines of sources.txt. */
    List<String> sourceLines() {
        return data.test().stream().map(DecodedTest::source).toList();
    }

    private static String source(Example example) {
        return flat(example.text().source());
    }

    /** One sentence stays one line, whatever separators a corpus contains. */
    private static String flat(String text) {
        return text.replaceAll("\\R", " ");
    }
}
