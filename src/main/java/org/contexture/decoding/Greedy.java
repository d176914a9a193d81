package org.contexture.decoding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.contexture.corpus.Example;
import org.contexture.corpus.PackedTokens;
import org.contexture.corpus.Vocabulary;
import org.contexture.model.Decoding;
import org.contexture.model.Inference;
import org.contexture.model.Seq2Seq;
import org.contexture.model.Softmax;

/**
 * Greedy decoding: at each step the most probable token, the one of smaller id among equals. {@code <pad>} and {@code <s>}
 * are no words and are never written. A finished sentence leaves the batch, so no work is done for it.
 */
public final class Greedy {
    /** Sentences decoded at once: memory for the states of more has to be touched for the first time, which costs more than it saves. */
    public static final int USUAL = 512;

    /** The same where every step reads an output weight that no second-level cache holds, which pays for many rows alike. */
    public static final int MOST = 1024;

    /** Tokens of a vocabulary whose output weight is so large. */
    public static final int LARGE = 2048;

    /** Numbers that all sentences' contexts add to the logits: they are kept while the sentences are written, 32 megabytes. */
    private static final int NUMBERS = 1 << 23;

    private static final int[] NO_WORDS = {Vocabulary.PAD, Vocabulary.BOS};
    private static final int[] NO_WORDS_NOR_END = {Vocabulary.PAD, Vocabulary.BOS, Vocabulary.EOS};

    private final int maxLength;
    private final int[] forbidden;
    private final Hypothesis[] hypotheses;

    private Greedy(int sentences, int maxLength, int[] forbidden) {
        this.maxLength = maxLength;
        this.forbidden = forbidden;
        hypotheses = new Hypothesis[sentences];
    }

    /** How many sentences are decoded at once with so many tokens to choose from. */
    public static int batch(int vocabulary) {
        return vocabulary < LARGE ? USUAL : Math.max(1, Math.min(MOST, NUMBERS / vocabulary));
    }

    /** Decodes the source of each example into at most maxLength tokens, {@code </s>} not counted. */
    public static List<Hypothesis> decode(Seq2Seq model, List<Example> examples, int maxLength) {
        return new Greedy(examples.size(), maxLength, NO_WORDS).inBatches(model, examples, batch(model.vocabulary()));
    }

    /** Takes exactly so many steps with every sentence, {@code </s>} forbidden, batch sentences at once: for benchmarks. */
    public static List<Hypothesis> endless(Seq2Seq model, List<Example> examples, int batch, int steps) {
        return new Greedy(examples.size(), steps - 1, NO_WORDS_NOR_END).inBatches(model, examples, batch);
    }

    private List<Hypothesis> inBatches(Seq2Seq model, List<Example> examples, int batch) {
        int[] order = IntStream.range(0, examples.size())
                .boxed()
                .sorted(Comparator.comparingInt(k -> examples.get(k).source().length))
                .mapToInt(k -> k)
                .toArray();
        Inference inference = model.inference();
        for (int from = 0; from < order.length; from += batch) {
            int[] indices = Arrays.copyOfRange(order, from, Math.min(order.length, from + batch));
            PackedTokens source = PackedTokens.of(Arrays.stream(indices)
                    .mapToObj(k -> examples.get(k).source())
                    .toArray(int[][]::new));
            int[] exampleOf = IntStream.range(0, indices.length)
                    .map(b -> indices[source.packing().sentence(b)])
                    .toArray();
            write(inference.decode(source), exampleOf);
        }
        return Arrays.asList(hypotheses);
    }

    /** Writes until every sentence has ended; exampleOf says which example a sentence of the batch is. */
    private void write(Decoding decoding, int[] exampleOf) {
        int[][] written = new int[exampleOf.length][maxLength];
        int[] tokens = new int[exampleOf.length];
        Arrays.fill(tokens, Vocabulary.BOS);
        for (int t = 0; t <= maxLength && decoding.rows() > 0; t++) {
            int[] next = new int[decoding.rows()];
            float[] best = new float[decoding.rows()];
            decoding.step(tokens, (row, from, z, at, n) -> choose(row, from, z, at, n, next, best));
            take(decoding, next, t, written, exampleOf);
            tokens = goOn(decoding, next);
        }
        for (int row = 0; row < decoding.rows(); row++) {
            int sentence = decoding.sentence(row);
            hypotheses[exampleOf[sentence]] = new Hypothesis(written[sentence], false);
        }
    }

    /** Writes down each row's t-th token; {@code </s>} ends its sentence. */
    private void take(Decoding decoding, int[] next, int t, int[][] written, int[] exampleOf) {
        for (int row = 0; row < next.length; row++) {
            int sentence = decoding.sentence(row);
            if (next[row] == Vocabulary.EOS) {
                hypotheses[exampleOf[sentence]] = new Hypothesis(Arrays.copyOf(written[sentence], t), true);
            } else if (t < maxLength) {
                written[sentence][t] = next[row];
            }
        }
    }

    /** Takes the most probable token of a slice if it is more probable than those before. */
    private void choose(int row, int from, float[] z, int at, int n, int[] next, float[] best) {
        for (int token : forbidden) {
            if (token >= from && token < from + n) z[at + token - from] = Float.NEGATIVE_INFINITY;
        }
        float max = Softmax.max(z, at, n);
        if (from == 0 || max > best[row]) {
            next[row] = from + Softmax.indexOf(max, z, at, n);
            best[row] = max;
        }
    }

    /** Drops the rows that wrote {@code </s>} and returns the tokens of the others. */
    private static int[] goOn(Decoding decoding, int[] next) {
        int[] alive = IntStream.range(0, next.length)
                .filter(row -> next[row] != Vocabulary.EOS)
                .toArray();
        if (alive.length < next.length) decoding.select(alive);
        return Arrays.stream(alive).map(row -> next[row]).toArray();
    }
}
