package org.contexture.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.setting.Setting;

/**
 * chrF (Popović, 2015), chrF++ (Popović, 2017): an F-score of character n-grams, and of word n-grams if there are any.
 *
 * <pre>
 *   F = 100 · (1 + β²) P R / (β² P + R),   P, R = precision and recall, averaged over orders
 * </pre>
 *
 * Counts are sums over segments of the reference that gives a segment its best F. An order counts if hypotheses and references
 * have n-grams of it. The order of operations is sacreBLEU 2.6.0's.
 *
 * @param charOrder longest character n-gram
 * @param wordOrder longest word n-gram; 0 for chrF, 2 for chrF++
 * @param beta how many times as important recall is as precision
 * @param lowercase whether case is ignored
 * @param whitespace whether white space is part of character n-grams
 * @param epsSmoothing instead of averaging P and R over orders, average each order's F, with 1e-16 for an order without
 *     n-grams, as chrF++.py, NLTK and Moses do
 */
public record Chrf(
        @Setting(value = "Longest character n-gram.", byDefault = "6", min = 1, max = Chrf.MOST) int charOrder,
        @Setting(value = "Longest word n-gram; 2 makes it chrF++.", byDefault = "0", min = 0, max = Chrf.MOST)
                int wordOrder,
        @Setting(
                        value = "How many times as important recall is as precision.",
                        byDefault = "2",
                        min = 0,
                        max = Chrf.MOST)
                int beta,
        @Setting(value = "Ignore case.", byDefault = "false") boolean lowercase,
        @Setting(value = "White space is part of n-grams.", byDefault = "false") boolean whitespace,
        @Setting(value = "Smooth as chrF++.py, NLTK and Moses do.", byDefault = "false") boolean epsSmoothing)
        implements Metric {
    /** sacreBLEU's defaults: characters up to 6, no words, β = 2. */
    public static final Chrf DEFAULT = new Chrf(6, 0, 2, false, false, false);

    private static final int MOST = 100;
    private static final double EPSILON = 1e-16;

    /** @throws IllegalArgumentException if an order or beta is out of bounds */
    public Chrf {
        if (charOrder < 1 || charOrder > MOST || wordOrder < 0 || wordOrder > MOST || beta < 0 || beta > MOST) {
            throw new IllegalArgumentException(
                    "chrF needs a character order from 1 to " + MOST + ", a word order and a beta" + " from 0 to "
                            + MOST + ", but they are " + charOrder + ", " + wordOrder + ", " + beta);
        }
    }

    @Override
    public String name() {
        return "chrF" + beta + "+".repeat(wordOrder);
    }

    int orders() {
        return charOrder + wordOrder;
    }

    /** Hypothesis n-grams, reference n-grams and matches of each order, characters first. */
    @Override
    public int width() {
        return 3 * orders();
    }

    @Override
    public SegmentReferences references(List<String> references) {
        List<ChrfReference> each = references.stream()
                .map(reference -> new ChrfReference(this, reference))
                .toList();
        return hypothesis -> best(new ChrfReference.Text(this, hypothesis), each);
    }

    private double[] best(ChrfReference.Text hypothesis, List<ChrfReference> references) {
        double[] best = new double[0];
        double bestScore = -1;
        for (ChrfReference reference : references) {
            double[] statistics = reference.statistics(hypothesis);
            double score = parts(statistics).score();
            if (score > bestScore) {
                best = statistics;
                bestScore = score;
            }
        }
        return best;
    }

    @Override
    public ChrfParts parts(double[] sums) {
        return parts((count, of) -> sums[count] / sums[of]);
    }

    @Override
    public double ofResample(float[] sums) {
        return parts((count, of) -> sums[count] / sums[of]).score();
    }

    /** Divides one of the sums by another, in their own precision; NaN of nothing. */
    private interface Quotient {
        double of(int count, int of);
    }

    private ChrfParts parts(Quotient quotient) {
        double factor = (double) beta * beta;
        double sumOfF = 0;
        double sumOfP = 0;
        double sumOfR = 0;
        int orders = 0;
        for (int n = 0; n < orders(); n++) {
            double precision = quotient.of(3 * n + 2, 3 * n);
            double recall = quotient.of(3 * n + 2, 3 * n + 1);
            double p = Double.isNaN(precision) ? EPSILON : precision;
            double r = Double.isNaN(recall) ? EPSILON : recall;
            double divisor = factor * p + r;
            sumOfF += divisor > 0 ? (1 + factor) * p * r / divisor : EPSILON;
            if (!Double.isNaN(precision) && !Double.isNaN(recall)) {
                sumOfP += p;
                sumOfR += r;
                orders++;
            }
        }
        double p = orders == 0 ? 0 : sumOfP / orders;
        double r = orders == 0 ? 0 : sumOfR / orders;
        double score = epsSmoothing
                ? 100 * sumOfF / orders()
                : p + r == 0 ? 0 : 100 * ((1 + factor) * p * r / (factor * p + r));
        return new ChrfParts(score, 100 * p, 100 * r);
    }

    @Override
    public Signature signature(String references) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("case", lowercase ? "lc" : "mixed");
        fields.put("eff", Signature.yes(!epsSmoothing));
        fields.put("nc", Integer.toString(charOrder));
        fields.put("nw", Integer.toString(wordOrder));
        fields.put("space", Signature.yes(whitespace));
        return Signature.of(references, fields);
    }

    /**
     * A chrF score and what it is made of.
     *
     * @param score in [0, 100]
     * @param precision averaged over orders, in [0, 100]
     * @param recall averaged over orders, in [0, 100]
     */
    public record ChrfParts(double score, double precision, double recall) implements Parts {}
}
