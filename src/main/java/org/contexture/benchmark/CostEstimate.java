package org.contexture.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Dataset;
import org.contexture.corpus.Example;
import org.contexture.model.Flops;
import org.contexture.model.ModelSettings;
import org.contexture.training.TrainingSettings;

/**
 * A guess at what a trial costs: its least arithmetic, and the time that takes at this machine's rate of products. Training reaches
 * only a share of that rate, the less the narrower the model; the law used here runs through the measured shares of
 * docs/performance.md and may be wrong by a factor of two.
 *
 * @param flops operations of matrix products, all epochs and the test together
 * @param seconds on one thread
 */
public record CostEstimate(double flops, double seconds) {
    private static final int SAMPLED = 4;
    /** The share that wide models tend to, and the width that reaches half of it. */
    private static final double WIDEST_SHARE = 0.8;

    private static final double HALF_WIDTH = 40;

    /** The rate of 1024³ products by ND4J's OpenBLAS on one thread of this machine, in operations a second. */
    public static double measuredRate() {
        return Rates.sgemm();
    }

    /** Of training a model on a corpus, choosing the best epoch and decoding the test set. */
    public static CostEstimate of(ModelSettings model, TrainingSettings training, Dataset data, double rate) {
        Flops flops = new Flops(model, data.target().size());
        double trained = training.epochs() * ofPass(flops, data.train(), training.batch());
        double validated = training.epochs() * ofPass(flops, data.valid(), training.batch()) / 3;
        double tested = ofPass(flops, data.test(), training.batch()); // losses forward, then as much again for decoding
        double all = trained + validated + tested;
        double share = WIDEST_SHARE * model.hidden() / (model.hidden() + HALF_WIDTH);
        return new CostEstimate(all, all / (rate * share));
    }

    /** Training on each example once, from some batches of the size used. */
    private static double ofPass(Flops flops, List<Example> examples, int batch) {
        if (examples.isEmpty()) {
            return 0;
        }
        double sum = 0;
        int seen = 0;
        for (int s = 0; s < SAMPLED; s++) {
            List<Example> some = spread(examples, s, batch);
            sum += flops.ofStep(Batch.of(some));
            seen += some.size();
        }
        return sum / seen * examples.size();
    }

    /** As many examples as a batch has, from all over the set. */
    private static List<Example> spread(List<Example> examples, int sample, int batch) {
        int count = Math.min(batch, examples.size());
        List<Example> some = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            some.add(examples.get((int) (((long) k * SAMPLED + sample) * examples.size() / ((long) count * SAMPLED))));
        }
        return some;
    }
}
