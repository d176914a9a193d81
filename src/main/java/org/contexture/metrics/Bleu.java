package org.contexture.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * BLEU (Papineni et al., 2002):
 *
 * <pre>
 *   BLEU = BP · exp( (1/N) Σ_n log p_n ),   p_n = 100 · clipped n-gram matches / hypothesis n-grams
 *   BP   = 1 if hypothesis length ≥ reference length, else exp(1 − reference length / hypothesis length)
 * </pre>
 *
 * Counts and lengths are sums over segments; a match counts at most as often as one reference has it, and the reference
 * length is that of the reference nearest in length, the shorter one of two. The score is 0 when nothing matches at all.
 * The order of operations is sacreBLEU 2.6.0's, and so is the exponential function, so that its scores are met to the last digit.
 *
 * @param tokenize how text is cut into tokens
 * @param lowercase whether case is ignored
 * @param smooth what happens to an order without a match
 * @param smoothValue the number for floor (default 0.1) and add-k (default 1); null for the default
 * @param order N
 * @param effectiveOrder leave out orders that no hypothesis is long enough for; meant for single sentences
 */
public record Bleu(
        Tokenization tokenize,
        boolean lowercase,
        Smoothing smooth,
        @Nullable Double smoothValue,
        int order,
        boolean effectiveOrder)
        implements Metric {
    /** sacreBLEU's defaults: 13a, case kept, exponential smoothing, N = 4. */
    public static final Bleu DEFAULT = new Bleu(Tokenization.MTEVAL_13A, false, Smoothing.EXP, null, 4, false);

    static final int MOST_ORDER = 100;
    static final double MOST_VALUE = 1000;

    /** sacreBLEU's logarithm of 0. */
    private static final double LOG_OF_ZERO = -9_999_999_999.0;

    /** @throws IllegalArgumentException if the order or the value is out of bounds, or there is a value that the smoothing has no use for */
    public Bleu {
        if (order < 1 || order > MOST_ORDER) {
            throw new IllegalArgumentException("the n-gram order must be from 1 to " + MOST_ORDER + " but is " + order);
        }
        checkSmoothing(smooth, smoothValue);
    }

    static void checkSmoothing(Smoothing smooth, @Nullable Double value) {
        if (value != null && !(value > 0 && value <= MOST_VALUE)) {
            throw new IllegalArgumentException(
                    "the smoothing value must be above 0 and at most " + (int) MOST_VALUE + " but is " + value);
        }
        if (value != null && smooth.usual() == null) {
            throw new IllegalArgumentException("smoothing " + smooth + " takes no value, but " + value
                    + " is given; only floor and add-k have one");
        }
    }

    /** With another tokenizer. */
    public Bleu withTokenize(Tokenization other) {
        return new Bleu(other, lowercase, smooth, smoothValue, order, effectiveOrder);
    }

    /** For single sentences: orders that a sentence is too short for are left out. */
    public Bleu forSentences() {
        return new Bleu(tokenize, lowercase, smooth, smoothValue, order, true);
    }

    @Override
    public String name() {
        return "BLEU";
    }

    /** Hypothesis length, reference length, matches by order, n-grams by order. */
    @Override
    public int width() {
        return 2 + 2 * order;
    }

    @Override
    public SegmentReferences references(List<String> references) {
        return new BleuReferences(this, references);
    }

    List<String> tokens(String text) {
        return tokenize.tokens(PythonText.rstrip(lowercase ? PythonText.lower(text) : text));
    }

    @Override
    public BleuParts parts(double[] sums) {
        return parts(
                sums[0],
                sums[1],
                Arrays.copyOfRange(sums, 2, 2 + order),
                Arrays.copyOfRange(sums, 2 + order, 2 + 2 * order));
    }

    // NumPy's single precision holds these counts exactly up to 2^24, and divides them in double.
    @Override
    public double ofResample(float[] sums) {
        double[] exact = new double[sums.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = sums[i];
        }
        return parts(exact).score();
    }

    private BleuParts parts(double length, double referenceLength, double[] correct, double[] total) {
        double bp = length >= referenceLength ? 1 : length == 0 ? 0 : CLibrary.exp(1 - referenceLength / length);
        double[] precisions = new double[order];
        double score = 0;
        if (Arrays.stream(correct).anyMatch(c -> c != 0)) {
            int orders = precisions(correct, total, precisions);
            score = bp * CLibrary.exp(sumOfLogs(precisions, orders) / orders);
        }
        return new BleuParts(
                score, list(correct), list(total), list(precisions), bp, (long) length, (long) referenceLength);
    }

    /** Fills in p_n, adds to the counts where smoothing does, and returns how many orders enter the mean. */
    private int precisions(double[] correct, double[] total, double[] precisions) {
        Double usual = smooth.usual();
        double value = smoothValue != null ? smoothValue : usual != null ? usual : 0;
        double halved = 1;
        int orders = order;
        for (int n = 0; n < order; n++) {
            if (smooth == Smoothing.ADD_K && n > 0) {
                correct[n] += value;
                total[n] += value;
            }
            if (total[n] == 0) {
                break;
            }
            orders = effectiveOrder ? n + 1 : order;
            if (correct[n] != 0) {
                precisions[n] = 100. * correct[n] / total[n];
            } else if (smooth == Smoothing.EXP) {
                halved *= 2;
                precisions[n] = 100. / (halved * total[n]);
            } else if (smooth == Smoothing.FLOOR) {
                precisions[n] = 100. * value / total[n];
            }
        }
        return orders;
    }

    private static double sumOfLogs(double[] precisions, int orders) {
        double sum = 0;
        for (int n = 0; n < orders; n++) {
            sum += precisions[n] == 0 ? LOG_OF_ZERO : Math.log(precisions[n]);
        }
        return sum;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Override
    public Signature signature(String references) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("case", lowercase ? "lc" : "mixed");
        fields.put("eff", Signature.yes(effectiveOrder));
        fields.put("tok", tokenize.toString());
        Double value = smoothValue != null ? smoothValue : smooth.usual();
        fields.put("smooth", smooth + (value == null ? "" : "[" + Decimals.fixed(value, 2) + "]"));
        return Signature.of(references, fields);
    }

    /**
     * A BLEU score and what it is made of.
     *
     * @param score in [0, 100]
     * @param correct clipped matches of each order; add-k smoothing is already in them
     * @param total hypothesis n-grams of each order, the same
     * @param precisions p_1 … p_N in [0, 100], smoothed
     * @param brevityPenalty in [0, 1]
     * @param hypothesisLength in tokens
     * @param referenceLength in tokens
     */
    public record BleuParts(
            double score,
            List<Double> correct,
            List<Double> total,
            List<Double> precisions,
            double brevityPenalty,
            long hypothesisLength,
            long referenceLength)
            implements Parts {
        /** Hypothesis tokens for each reference token; 0 without reference tokens. */
        public double lengthRatio() {
            return referenceLength == 0 ? 0 : (double) hypothesisLength / referenceLength;
        }

        @Override
        public String verbose() {
            return precisions.stream().map(p -> Decimals.fixed(p, 1)).collect(Collectors.joining("/"))
                    + " (BP = " + Decimals.fixed(brevityPenalty, 3) + " ratio = " + Decimals.fixed(lengthRatio(), 3)
                    + " hyp_len = " + hypothesisLength + " ref_len = " + referenceLength + ")";
        }
    }
}
