package org.contexture.metrics;

import java.util.List;

/** One segment's references as BLEU needs them: every n-gram with its largest count, and the lengths. */
final class BleuReferences implements Metric.SegmentReferences {
    private final Bleu bleu;
    private final Words words = new Words();
    private final NgramTrie ngrams;
    private final int[] lengths;

    BleuReferences(Bleu bleu, List<String> references) {
        this.bleu = bleu;
        int[][] sentences = references.stream()
                .map(reference -> words.add(bleu.tokens(reference)))
                .toArray(int[][]::new);
        ngrams = NgramTrie.of(bleu.order(), sentences);
        lengths = new int[sentences.length];
        for (int r = 0; r < sentences.length; r++) {
            lengths[r] = sentences[r].length;
        }
    }

    @Override
    public double[] statistics(String hypothesis) {
        int[] tokens = words.known(bleu.tokens(hypothesis));
        double[] statistics = new double[bleu.width()];
        statistics[0] = tokens.length;
        statistics[1] = nearestLength(tokens.length);
        int[] correct = ngrams.matches(tokens);
        for (int n = 1; n <= bleu.order(); n++) {
            statistics[1 + n] = correct[n - 1];
            statistics[1 + bleu.order() + n] = Math.max(0, tokens.length - n + 1);
        }
        return statistics;
    }

    private int nearestLength(int length) {
        int nearest = lengths[0];
        for (int candidate : lengths) {
            int distance = Math.abs(candidate - length);
            int least = Math.abs(nearest - length);
            if (distance < least || (distance == least && candidate < nearest)) {
                nearest = candidate;
            }
        }
        return nearest;
    }
}
