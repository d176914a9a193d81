package org.contexture.corpus;

import java.util.Arrays;
import java.util.List;

/**
 * Sentence pairs packed for one step of training or evaluation.
 *
 * <p>Source and target are packed each by its own lengths, so a sentence's place differs between them; {@link
 * #sourcePlace} leads from one to the other.
 */
public final class Batch {
    private final PackedTokens source;
    private final PackedTokens target;
    private final int[] outputs;
    private final int[] sourcePlaces;

    private Batch(PackedTokens source, PackedTokens target, int[] outputs) {
        this.source = source;
        this.target = target;
        this.outputs = outputs;
        this.sourcePlaces = source.packing().places();
    }

    /** Packs examples; the target is read as {@code <s> y_1 … y_n} and predicted as {@code y_1 … y_n </s>}. */
    public static Batch of(List<Example> examples) {
        int[][] sources = examples.stream().map(Example::source).toArray(int[][]::new);
        int[][] targets = examples.stream().map(Example::target).toArray(int[][]::new);
        int[][] inputs = new int[targets.length][];
        int[][] outputs = new int[targets.length][];
        for (int s = 0; s < targets.length; s++) {
            int n = targets[s].length;
            inputs[s] = new int[n + 1];
            inputs[s][0] = Vocabulary.BOS;
            System.arraycopy(targets[s], 0, inputs[s], 1, n);
            outputs[s] = Arrays.copyOf(targets[s], n + 1);
            outputs[s][n] = Vocabulary.EOS;
        }
        PackedTokens target = PackedTokens.of(inputs);
        return new Batch(PackedTokens.of(sources), target, PackedTokens.pack(target.packing(), outputs));
    }

    public PackedTokens source() {
        return source;
    }

    /** What the decoder reads. */
    public PackedTokens target() {
        return target;
    }

    /** The token to be predicted at a packed target row. */
    public int output(int row) {
        return outputs[row];
    }

    /** The source place of the sentence at target place b. */
    public int sourcePlace(int b) {
        return sourcePlaces[target.packing().sentence(b)];
    }

    /** Sentences in the batch. */
    public int size() {
        return target.packing().sentences();
    }

    /** Target tokens to be predicted, {@code </s>} counted. */
    public int targetTokens() {
        return outputs.length;
    }
}
