package org.contexture.training;

import java.util.List;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Example;
import org.contexture.corpus.Packing;
import org.contexture.metrics.Perplexity;
import org.contexture.metrics.Share;
import org.contexture.model.BatchLoss;
import org.contexture.model.Seq2Seq;

/**
 * Teacher-forced results over sentences, each token counted once, {@code </s>} included, padding never.
 *
 * @param lossSum summed loss in nats
 * @param accuracy tokens whose arg max is the reference, over reference tokens
 */
public record Evaluation(double lossSum, Share accuracy) {
    /** Nothing evaluated yet. */
    public static final Evaluation NONE = new Evaluation(0, new Share(0, 0));

    private static final int BATCH = 64;

    /** What to do with the loss in nats of a token: which example, which position from 0. */
    public interface TokenVisitor {
        void visit(int example, int position, double loss);
    }

    /** Evaluates a model on examples and shows every token's loss, in no particular order of examples. */
    public static Evaluation of(Seq2Seq model, List<Example> examples, TokenVisitor visitor) {
        Evaluation sum = NONE;
        for (int[] indices : Batches.sorted(examples, BATCH)) {
            Batch batch = Batches.batch(examples, indices);
            BatchLoss loss = model.evaluate(batch);
            sum = sum.plus(loss);
            show(batch.target().packing(), indices, loss, visitor);
        }
        return sum;
    }

    private static void show(Packing packing, int[] indices, BatchLoss loss, TokenVisitor visitor) {
        for (int t = 0; t < packing.steps(); t++) {
            for (int b = 0; b < packing.size(t); b++) {
                visitor.visit(indices[packing.sentence(b)], t, loss.losses()[packing.offset(t) + b]);
            }
        }
    }

    /** With a batch more. */
    public Evaluation plus(BatchLoss batch) {
        Share more = new Share(batch.correctTokens(), batch.tokens());
        return new Evaluation(lossSum + batch.sum(), accuracy.plus(more));
    }

    /** Target tokens, {@code </s>} counted. */
    public long tokens() {
        return accuracy.total();
    }

    /** Mean loss in nats per target token; NaN over nothing. */
    public double loss() {
        return lossSum / tokens();
    }

    /** e to the mean loss. */
    public double perplexity() {
        return Perplexity.of(loss());
    }
}
