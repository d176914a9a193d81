package org.contexture.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.contexture.corpus.Batch;
import org.contexture.model.Flops;
import org.contexture.model.ModelSettings;
import org.contexture.model.Seq2Seq;
import org.contexture.tensor.Gemm;
import org.contexture.training.Optimization;
import org.contexture.training.OptimizerKind;
import org.contexture.training.TrainingSettings;

/**
 * How fast a model is trained: the step of a run, clipping and Adam included, on synthetic batches made beforehand.
 *
 * @param tokensPerSecond target tokens, {@code </s>} counted, median over the steps
 * @param steps measured steps
 * @param flops floating-point operations a step that its equations cannot do without, mean over the steps; see {@link Flops}
 * @param sgemmFlops the rate of 1024³ products by ND4J's OpenBLAS on one thread of this machine, just before and after, in operations a
 *     second
 * @param boundShare which share of a step's time its operations would take at that rate, median over the steps
 * @param productShare which share of a step's time is spent in our own products, whatever their rate, median over some steps
 */
public record TrainingBenchmark(
        double tokensPerSecond, int steps, double flops, double sgemmFlops, double boundShare, double productShare) {
    private static final int SEED = 1;
    private static final int FEWEST_STEPS = 8;
    private static final int MOST_STEPS = 300;

    private record Step(double seconds, int tokens, long flops) {}

    /** The training settings of every measured step. */
    public static TrainingSettings training(int threads) {
        return new TrainingSettings(1, 1, OptimizerKind.ADAM, 1e-3, 0.9, 1, threads, null);
    }

    /**
     * Measures one model for about so many seconds, after a warm-up of as many, which is not counted: the JIT compiles a process's first model for
     * one to two.
     *
     * @param seconds of measured steps; at least 8 and at most 300 steps are taken
     */
    public static TrainingBenchmark measure(ModelSettings settings, Workload workload, int threads, double seconds) {
        List<Batch> batches = workload.batches();
        Seq2Seq model = new Seq2Seq(settings, workload.vocabulary(), workload.vocabulary(), SEED);
        Optimization optimization = new Optimization(model, training(threads));
        Flops flops = new Flops(settings, workload.vocabulary());
        double before = Rates.sgemm();
        run(optimization, batches, flops, seconds, Integer.MAX_VALUE);
        List<Step> steps = run(optimization, batches, flops, seconds, MOST_STEPS);
        double share = productShare(optimization, batches);
        return of(steps, (before + Rates.sgemm()) / 2, share);
    }

    private static List<Step> run(
            Optimization optimization, List<Batch> batches, Flops flops, double seconds, int most) {
        List<Step> steps = new ArrayList<>();
        long start = System.nanoTime();
        while (steps.size() < FEWEST_STEPS || (Rates.seconds(start) < seconds && steps.size() < most)) {
            Batch batch = batches.get(steps.size() % batches.size());
            long nanos = System.nanoTime();
            optimization.step(batch);
            steps.add(new Step(Rates.seconds(nanos), batch.targetTokens(), flops.ofStep(batch)));
        }
        return steps;
    }

    /** Measured apart, so that the clock of the products is no part of a measured step. */
    private static double productShare(Optimization optimization, List<Batch> batches) {
        double[] shares = new double[FEWEST_STEPS];
        for (int k = 0; k < shares.length; k++) {
            Batch batch = batches.get(k);
            long nanos = System.nanoTime();
            double products = Gemm.secondsOf(() -> optimization.step(batch));
            shares[k] = products / Rates.seconds(nanos);
        }
        return Rates.median(shares);
    }

    private static TrainingBenchmark of(List<Step> steps, double sgemm, double productShare) {
        return new TrainingBenchmark(
                Rates.median(
                        steps.stream().mapToDouble(s -> s.tokens / s.seconds).toArray()),
                steps.size(),
                steps.stream().mapToLong(Step::flops).average().orElseThrow(),
                sgemm,
                Rates.median(steps.stream()
                        .mapToDouble(s -> s.flops / sgemm / s.seconds)
                        .toArray()),
                productShare);
    }
}
