package org.contexture.metrics;

import java.util.List;

/**
 * A share as its two counts, so that shares of parts can be added up without averaging averages.
 *
 * @param correct how many were right
 * @param total out of how many
 */
public record Accuracy(long correct, long total) {
    /** @throws IllegalArgumentException unless 0 ≤ correct ≤ total */
    public Accuracy {
        if (correct < 0 || correct > total) {
            throw new IllegalArgumentException("correct must lie in 0.." + total + " but is " + correct);
        }
    }

    /** Sentences whose surface tokens all equal the reference's, out of all sentences. */
    public static Accuracy exactMatch(List<List<String>> hypotheses, List<List<String>> references) {
        Pairs.check(hypotheses, references);
        long correct = 0;
        for (int i = 0; i < references.size(); i++) {
            if (hypotheses.get(i).equals(references.get(i))) {
                correct++;
            }
        }
        return new Accuracy(correct, references.size());
    }

    /**
     * Reference tokens that the hypothesis has at the same position, out of all reference tokens. The divisor is the
     * reference's length: a one-word prefix of a ten-word reference scores 0.1, not 1.
     */
    public static Accuracy tokens(List<List<String>> hypotheses, List<List<String>> references) {
        Pairs.check(hypotheses, references);
        Accuracy sum = new Accuracy(0, 0);
        for (int i = 0; i < references.size(); i++) {
            sum = sum.plus(tokensOfOne(hypotheses.get(i), references.get(i)));
        }
        return sum;
    }

    private static Accuracy tokensOfOne(List<String> hypothesis, List<String> reference) {
        long correct = 0;
        for (int t = 0; t < Math.min(hypothesis.size(), reference.size()); t++) {
            if (hypothesis.get(t).equals(reference.get(t))) {
                correct++;
            }
        }
        return new Accuracy(correct, reference.size());
    }

    /** Both counts together. */
    public Accuracy plus(Accuracy other) {
        return new Accuracy(correct + other.correct, total + other.total);
    }

    /** correct / total in [0, 1]; NaN when there was nothing to get right. */
    public double share() {
        return total == 0 ? Double.NaN : (double) correct / total;
    }
}
