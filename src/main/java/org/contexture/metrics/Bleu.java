package org.contexture.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Corpus BLEU (Papineni et al., 2002) with its parts, over sentences that are already tokenised, one reference each:
 *
 * <pre>
 *   BLEU = BP · exp( (1/N) Σ_n log p_n ),   p_n = 100 · clipped n-gram matches / hypothesis n-grams
 *   BP   = 1 if hypothesis length ≥ reference length, else exp(1 − reference length / hypothesis length)
 * </pre>
 *
 * Counts and lengths are sums over the corpus. Smoothing is sacreBLEU's default {@code exp}: the k-th order without a
 * match has p_n = 100 / (2^k · n-grams). The score is 0 when nothing matches at all, and when every hypothesis is
 * shorter than N tokens. The order of operations is sacreBLEU 2.6.0's, and {@link Math}'s logarithm and exponential are
 * nearer to C's than {@link StrictMath}'s, so that its scores are met to the last digit, or the last but one where the
 * two libraries round apart.
 *
 * @param score in [0, 100]
 * @param precisions p_1 … p_N in [0, 100], smoothed
 * @param brevityPenalty in [0, 1]
 * @param hypothesisLength tokens
 * @param referenceLength tokens
 */
public record Bleu(
        double score, List<Double> precisions, double brevityPenalty, long hypothesisLength, long referenceLength) {
    /** N of the usual BLEU. */
    public static final int ORDER = 4;

    /** sacreBLEU's logarithm of 0. */
    private static final double LOG_OF_ZERO = -9_999_999_999.0;

    public Bleu {
        precisions = List.copyOf(precisions);
    }

    /**
     * BLEU-4.
     *
     * @throws IllegalArgumentException unless there are as many hypotheses as references
     */
    public static Bleu of(List<List<String>> hypotheses, List<List<String>> references) {
        return of(hypotheses, references, ORDER);
    }

    /**
     * BLEU with n-grams up to {@code order}.
     *
     * @throws IllegalArgumentException unless there are as many hypotheses as references and order is at least 1
     */
    public static Bleu of(List<List<String>> hypotheses, List<List<String>> references, int order) {
        Pairs.check(hypotheses, references);
        if (order < 1) {
            throw new IllegalArgumentException("the n-gram order must be at least 1 but is " + order);
        }
        NgramMatches matches = new NgramMatches(order);
        for (int i = 0; i < hypotheses.size(); i++) {
            matches.add(hypotheses.get(i), references.get(i));
        }
        return of(matches);
    }

    private static Bleu of(NgramMatches m) {
        double bp = brevityPenalty(m.hypothesisLength(), m.referenceLength());
        boolean nothing = Arrays.stream(m.correct()).allMatch(c -> c == 0);
        double[] p = nothing ? new double[m.order()] : precisions(m);
        double score = nothing ? 0.0 : bp * Math.exp(sumOfLogs(p) / p.length);
        List<Double> precisions = Arrays.stream(p).boxed().toList();
        return new Bleu(score, precisions, bp, m.hypothesisLength(), m.referenceLength());
    }

    private static double brevityPenalty(long hypothesisLength, long referenceLength) {
        if (hypothesisLength >= referenceLength) {
            return 1.0;
        }
        return hypothesisLength == 0 ? 0.0 : Math.exp(1 - (double) referenceLength / hypothesisLength);
    }

    private static double[] precisions(NgramMatches m) {
        double[] p = new double[m.order()];
        double smooth = 1.0;
        for (int n = 0; n < p.length && m.total()[n] > 0; n++) {
            if (m.correct()[n] == 0) {
                smooth *= 2;
                p[n] = 100. / (smooth * m.total()[n]);
            } else {
                p[n] = 100. * m.correct()[n] / m.total()[n];
            }
        }
        return p;
    }

    private static double sumOfLogs(double[] p) {
        double sum = 0;
        for (double x : p) {
            sum += x == 0.0 ? LOG_OF_ZERO : Math.log(x);
        }
        return sum;
    }

    /** sacreBLEU's line, without a signature. */
    @Override
    public String toString() {
        double ratio = referenceLength == 0 ? 0.0 : (double) hypothesisLength / referenceLength;
        return "BLEU = " + fixed(score, 2) + " "
                + precisions.stream().map(p -> fixed(p, 1)).collect(Collectors.joining("/"))
                + " (BP = " + fixed(brevityPenalty, 3) + " ratio = " + fixed(ratio, 3)
                + " hyp_len = " + hypothesisLength + " ref_len = " + referenceLength + ")";
    }

    // Python rounds the binary value half to even; String.format rounds its shortest decimal half up.
    private static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
