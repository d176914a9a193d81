package org.contexture.benchmark;

import java.util.Arrays;
import java.util.List;
import org.contexture.corpus.Example;
import org.contexture.corpus.PackedTokens;
import org.contexture.decoding.Greedy;
import org.contexture.decoding.Hypothesis;
import org.contexture.model.Flops;
import org.contexture.model.ModelSettings;
import org.contexture.model.Seq2Seq;
import org.contexture.tensor.Gemm;

/**
 * How fast sentences are written: 1,000 of them, greedily, each for exactly 20 steps by a model with fresh parameters.
 *
 * @param sentencesPerSecond median of three passes, after one to warm up
 * @param flops floating-point operations of a pass that its equations cannot do without; see {@link Flops}
 * @param sgemmFlops the rate of 1024³ products by ND4J's OpenBLAS on one thread of this machine, just before and after, in operations a
 *     second
 * @param boundShare which share of a pass's time its operations would take at that rate
 * @param productShare which share of a pass's time is spent in our own products, whatever their rate
 */
public record DecodingBenchmark(
        double sentencesPerSecond, double flops, double sgemmFlops, double boundShare, double productShare) {
    private static final int SEED = 1;
    private static final int SENTENCES = 1000;
    private static final int STEPS = 20;
    private static final int PASSES = 3;

    /** Measures one model. */
    public static DecodingBenchmark measure(ModelSettings settings, Workload workload) {
        List<Example> examples = workload.sorted(SENTENCES);
        Seq2Seq model = new Seq2Seq(settings, workload.vocabulary(), workload.vocabulary(), SEED);
        double[] rates = new double[PASSES];
        double before = Rates.sgemm();
        List<Hypothesis> written = Greedy.endless(model, examples, workload.batch(), STEPS);
        for (int k = 0; k < PASSES; k++) {
            rates[k] = pass(model, examples, workload.batch());
        }
        double share = productShare(model, examples, workload.batch());
        double rate = Rates.median(rates);
        double sgemm = (before + Rates.sgemm()) / 2;
        long flops = new Flops(settings, workload.vocabulary()).ofDecoding(sources(examples), STEPS, distinct(written));
        return new DecodingBenchmark(rate, flops, sgemm, flops / sgemm * rate / SENTENCES, share);
    }

    private static PackedTokens sources(List<Example> examples) {
        return PackedTokens.of(examples.stream().map(Example::source).toArray(int[][]::new));
    }

    /** How many different tokens the decoder has read: every one but the last that it wrote, and {@code <s>}. */
    private static int distinct(List<Hypothesis> written) {
        return 1
                + (int) written.stream()
                        .flatMapToInt(hypothesis -> Arrays.stream(hypothesis.tokens()))
                        .distinct()
                        .count();
    }

    private static double productShare(Seq2Seq model, List<Example> examples, int batch) {
        long start = System.nanoTime();
        double products = Gemm.secondsOf(() -> Greedy.endless(model, examples, batch, STEPS));
        return products / Rates.seconds(start);
    }

    private static double pass(Seq2Seq model, List<Example> examples, int batch) {
        long start = System.nanoTime();
        Greedy.endless(model, examples, batch, STEPS);
        return SENTENCES / Rates.seconds(start);
    }
}
