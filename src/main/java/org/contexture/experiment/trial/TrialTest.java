package org.contexture.experiment.trial;

import java.util.Map;
import org.contexture.corpus.Dataset;
import org.contexture.decoding.Greedy;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialFolder;
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
        if (best.valid() != null) add(metrics, "valid", best.valid());
        TokenLosses losses = new TokenLosses(data, trial.results().tokenSentences());
        Evaluation test = Evaluation.of(model, data.test(), losses);
        folder.write("tokens.csv", losses.tokens());
        folder.write("positions.csv", losses.positions());
        folder.write("lengths.csv", losses.lengths());
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

    /** Adds loss, perplexity and accuracy under names that begin alike. */
    static void add(Map<String, @Nullable Object> metrics, String of, Evaluation evaluation) {
        metrics.put(of + "Loss", evaluation.loss());
        metrics.put(of + "Perplexity", evaluation.perplexity());
        metrics.put(of + "TokenAccuracy", evaluation.accuracy().share());
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
        int limit = trial.decoding().limit(data.train());
        DecodedTest decoded = new DecodedTest(data, Greedy.decode(model, data.test(), limit));
        decoded.measure(trial, limit, metrics);
        long longer = decoded.overLimit(limit);
        if (longer > 0) folder.log(longer + " test targets are longer than decoding.maxLength = " + limit);
        folder.writeLines("hypotheses.txt", decoded.hypothesisLines());
        folder.writeLines("references.txt", decoded.referenceLines());
        folder.writeLines("sources.txt", decoded.sourceLines());
    }
}
