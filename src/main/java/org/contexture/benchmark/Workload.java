package org.contexture.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Example;
import org.contexture.corpus.SentencePair;
import org.contexture.corpus.Vocabulary;
import org.contexture.tensor.Seeds;
import org.contexture.training.Batches;

/**
 * Synthetic sentences: lengths uniform, tokens as frequent as words in text, p(k) ∝ 1 / (k + 2.7)^1.25 for the k-th most
 * frequent one (Mandelbrot's form of Zipf's law).
 *
 * @param batch sentences a batch
 * @param vocabulary numbers of tokens, the four reserved ones included
 * @param minLength shortest sentence in tokens
 * @param maxLength longest sentence in tokens
 */
public record Workload(int batch, int vocabulary, int minLength, int maxLength) {
    private static final int BATCHES = 50;
    private static final int SEED = 1;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException naming the option that is out of bounds
     */
    public Workload {
        require(batch >= 1 && batch <= 1 << 16, "--batch is " + batch + "; expected 1 to 65536 sentences");
        require(vocabulary > Vocabulary.FIRST_WORD, "--vocabulary is " + vocabulary + "; expected at least 5 tokens");
        require(minLength >= 1, "--min-length is " + minLength + "; expected at least 1 token");
        require(
                maxLength >= minLength && maxLength <= 10_000,
                "--max-length is " + maxLength + "; expected --min-length to 10000 tokens");
    }

    private static void require(boolean holds, String message) {
        if (!holds) throw new IllegalArgumentException(message);
    }

    /** Fifty batches of similar length, in a random order, as training makes them. */
    public List<Batch> batches() {
        SplittableRandom random = Seeds.stream(SEED, "workload");
        List<Example> examples = examples(batch * BATCHES, random);
        return Batches.shuffled(examples, batch, random).stream()
                .map(indices -> Batches.batch(examples, indices))
                .toList();
    }

    /** This many pairs in ascending order of source length. */
    public List<Example> sorted(int count) {
        List<Example> examples = new ArrayList<>(examples(count, Seeds.stream(SEED, "workload")));
        examples.sort(Comparator.comparingInt(e -> e.source().length));
        return examples;
    }

    private List<Example> examples(int count, SplittableRandom random) {
        double[] cumulative = cumulative();
        List<Example> examples = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            examples.add(
                    new Example(new SentencePair("", ""), sentence(cumulative, random), sentence(cumulative, random)));
        }
        return examples;
    }

    private double[] cumulative() {
        double[] sums = new double[vocabulary - Vocabulary.FIRST_WORD];
        double sum = 0;
        for (int k = 0; k < sums.length; k++) {
            sum += StrictMath.pow(k + 2.7, -1.25);
            sums[k] = sum;
        }
        return sums;
    }

    private int[] sentence(double[] cumulative, SplittableRandom random) {
        int[] tokens = new int[random.nextInt(minLength, maxLength + 1)];
        for (int t = 0; t < tokens.length; t++) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble(cumulative[cumulative.length - 1]));
            tokens[t] = Vocabulary.FIRST_WORD + (found < 0 ? -found - 1 : found);
        }
        return tokens;
    }
}
