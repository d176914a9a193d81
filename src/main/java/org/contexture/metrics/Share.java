package org.contexture.metrics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A share as its two counts, so that shares of parts can be added up without averaging averages.
 *
 * @param correct how many were right
 * @param total out of how many
 */
public record Share(long correct, long total) {
    /** @throws IllegalArgumentException unless 0 ≤ correct ≤ total */
    public Share {
        if (correct < 0 || correct > total) {
            throw new IllegalArgumentException("correct must lie in 0.." + total + " but is " + correct);
        }
    }

    /** Sentences whose surface tokens all equal the reference's, out of all sentences. */
    public static Share exactMatch(List<List<String>> hypotheses, List<List<String>> references) {
        checkPairs(hypotheses, references);
        long correct = 0;
        for (int i = 0; i < references.size(); i++) {
            if (hypotheses.get(i).equals(references.get(i))) {
                correct++;
            }
        }
        return new Share(correct, references.size());
    }

    /**
     * Reference tokens that the hypothesis has at the same position, out of all reference tokens. The divisor is the
     * reference's length: a one-word prefix of a ten-word reference scores 0.1, not 1.
     */
    public static Share tokens(List<List<String>> hypotheses, List<List<String>> references) {
        checkPairs(hypotheses, references);
        Share sum = new Share(0, 0);
        for (int i = 0; i < references.size(); i++) {
            sum = sum.plus(tokensOfOne(hypotheses.get(i), references.get(i)));
        }
        return sum;
    }

    private static Share tokensOfOne(List<String> hypothesis, List<String> reference) {
        long correct = 0;
        for (int t = 0; t < Math.min(hypothesis.size(), reference.size()); t++) {
            if (hypothesis.get(t).equals(reference.get(t))) {
                correct++;
            }
        }
        return new Share(correct, reference.size());
    }

    /**
     * n-grams that their own sentence has had before, out of all n-grams: 0 if no sentence repeats itself. With n = 4 it is the
     * repetition measure seq-rep-4 of Welleck et al. (2020), with counts summed over sentences.
     *
     * @throws IllegalArgumentException if n is below 1
     */
    public static Share repeated(List<List<String>> sentences, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("the n-gram order must be at least 1 but is " + n);
        }
        long repeated = 0;
        long total = 0;
        for (List<String> sentence : sentences) {
            Set<List<String>> seen = new HashSet<>();
            for (int i = 0; i + n <= sentence.size(); i++) {
                repeated += seen.add(sentence.subList(i, i + n)) ? 0 : 1;
                total++;
            }
        }
        return new Share(repeated, total);
    }

    /** Both counts together. */
    public Share plus(Share other) {
        return new Share(correct + other.correct, total + other.total);
    }

    /** correct / total in [0, 1]; NaN of nothing. */
    public double share() {
        return total == 0 ? Double.NaN : (double) correct / total;
    }

    static void checkPairs(List<?> hypotheses, List<?> references) {
        if (hypotheses.size() != references.size()) {
            throw new IllegalArgumentException("a score needs one hypothesis a reference, but there are "
                    + hypotheses.size() + " hypotheses and " + references.size() + " references");
        }
    }
}
