package org.contexture.benchmark;

import java.util.List;
import org.contexture.corpus.Example;
import org.contexture.decoding.Greedy;
import org.contexture.model.ModelSettings;
import org.contexture.model.Seq2Seq;

/**
 * How fast sentences are written: 1,000 of them, greedily, each for exactly 20 steps by a model with fresh parameters.
 *
 * @param sentencesPerSecond median of three passes, after one to warm up
 */
public record DecodingBenchmark(double sentencesPerSecond) {
    private static final int SEED = 1;
    private static final int SENTENCES = 1000;
    private static final int STEPS = 20;
    private static final int PASSES = 3;

    /** Measures one model. */
    public static DecodingBenchmark measure(ModelSettings settings, Workload workload) {
        List<Example> examples = workload.sorted(SENTENCES);
        try (Seq2Seq model = new Seq2Seq(settings, workload.vocabulary(), workload.vocabulary(), SEED)) {
            double[] rates = new double[PASSES];
            pass(model, examples, workload.batch());
            for (int k = 0; k < PASSES; k++) {
                rates[k] = pass(model, examples, workload.batch());
            }
            return new DecodingBenchmark(Rates.median(rates));
        }
    }

    private static double pass(Seq2Seq model, List<Example> examples, int batch) {
        long start = System.nanoTime();
        Greedy.endless(model, examples, batch, STEPS);
        return SENTENCES / Rates.seconds(start);
    }
}
