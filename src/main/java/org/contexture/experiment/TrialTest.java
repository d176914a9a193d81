package org.contexture.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.contexture.corpus.Dataset;
import org.contexture.corpus.Example;
import org.contexture.corpus.Vocabulary;
import org.contexture.decoding.DecodingSettings.BleuText;
import org.contexture.decoding.Greedy;
import org.contexture.decoding.Hypothesis;
import org.contexture.metrics.Accuracy;
import org.contexture.metrics.Bleu;
import org.contexture.model.Seq2Seq;
import org.contexture.training.DivergedException;
import org.contexture.training.Epoch;
import org.contexture.training.Evaluation;
import org.jspecify.annotations.Nullable;

/** Tests a trained model: teacher-forced losses, greedy decoding and what the decoded sentences are worth. */
final class TrialTest {
    private final Trial trial;
    private final Dataset data;
    private final TrialFolder folder;

    TrialTest(Trial trial, Dataset data, TrialFolder folder) {
        this.trial = trial;
        this.data = data;
        this.folder = folder;
    }

    /** Writes losses and sentences into the folder and returns the metrics by name. */
    Map<String, @Nullable Object> run(Seq2Seq model, Epoch best) {
        Map<String, @Nullable Object> metrics = corpusFacts();
        if (best.valid() != null) TrialRunner.add(metrics, "valid", best.valid());
        TokenLosses losses = new TokenLosses(data, trial.results().tokenSentences());
        Evaluation test = Evaluation.of(model, data.test(), losses);
        folder.write("tokens.csv", losses.tokens());
        folder.write("positions.csv", losses.positions());
        if (data.test().isEmpty()) {
            return metrics;
        }
        if (!Double.isFinite(test.loss())) {
            throw new DivergedException("diverged in the last steps: test loss " + test.loss());
        }
        metrics.put("testLoss", test.loss());
        metrics.put("testPerplexity", test.perplexity());
        metrics.put("tokenAccuracy", test.accuracy().share());
        decode(model, metrics);
        return metrics;
    }

    private Map<String, @Nullable Object> corpusFacts() {
        return JsonFile.map(
                "trainPairs", data.train().size(),
                "validPairs", data.valid().size(),
                "testPairs", data.test().size(),
                "sourceVocabulary", data.source().size(),
                "targetVocabulary", data.target().size(),
                "corpusSha256", data.sha256());
    }

    private void decode(Seq2Seq model, Map<String, @Nullable Object> metrics) {
        int limit = limit();
        List<Hypothesis> hypotheses = Greedy.decode(model, data.test(), limit);
        List<List<String>> written = hypotheses.stream().map(this::surface).toList();
        List<List<String>> references =
                data.test().stream().map(this::reference).toList();
        metrics.put("exactMatch", exactMatch(hypotheses, written, references).share());
        metrics.put("bleu", bleu(written, references).score());
        metrics.put("decodingLimit", limit);
        long longer = references.stream().filter(r -> r.size() > limit).count();
        metrics.put("referencesOverLimit", longer);
        if (longer > 0) folder.log(longer + " test targets are longer than decoding.maxLength = " + limit);
        metrics.put("limitHits", hypotheses.stream().filter(h -> !h.finished()).count());
        writeTexts(written);
    }

    /** Twice the longest training target unless the file says otherwise. */
    private int limit() {
        Integer given = trial.decoding().maxLength();
        int longest =
                data.train().stream().mapToInt(e -> e.target().length).max().orElse(1);
        return given == null ? 2 * longest : given;
    }

    private List<String> surface(Hypothesis hypothesis) {
        return data.target().tokens(hypothesis.tokens());
    }

    private List<String> reference(Example example) {
        return data.tokenizer().tokenize(example.text().target());
    }

    /** A hypothesis with an unknown token never matches, whatever a corpus may spell like it. */
    private static Accuracy exactMatch(
            List<Hypothesis> hypotheses, List<List<String>> written, List<List<String>> references) {
        long correct = 0;
        for (int k = 0; k < written.size(); k++) {
            boolean known = Arrays.stream(hypotheses.get(k).tokens()).noneMatch(id -> id == Vocabulary.UNK);
            correct += known && written.get(k).equals(references.get(k)) ? 1 : 0;
        }
        return new Accuracy(correct, written.size());
    }

    private Bleu bleu(List<List<String>> written, List<List<String>> references) {
        if (trial.decoding().bleu() == BleuText.TOKENIZED) {
            return Bleu.of(written, references);
        }
        List<List<String>> hypothesisWords = new ArrayList<>();
        List<List<String>> referenceWords = new ArrayList<>();
        for (int k = 0; k < written.size(); k++) {
            hypothesisWords.add(words(data.tokenizer().detokenize(written.get(k))));
            referenceWords.add(words(data.test().get(k).text().target()));
        }
        return Bleu.of(hypothesisWords, referenceWords);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }

    private void writeTexts(List<List<String>> written) {
        folder.writeLines("hypotheses.txt", written.stream().map(this::line).toList());
        folder.writeLines(
                "references.txt",
                data.test().stream().map(e -> flat(e.text().target())).toList());
        folder.writeLines(
                "sources.txt",
                data.test().stream().map(e -> flat(e.text().source())).toList());
    }

    private String line(List<String> tokens) {
        return flat(data.tokenizer().detokenize(tokens));
    }

    /** One sentence stays one line, whatever separators a corpus contains. */
    private static String flat(String text) {
        return text.replaceAll("\\R", " ");
    }
}
