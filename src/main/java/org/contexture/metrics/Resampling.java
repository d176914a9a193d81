package org.contexture.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contexture.metrics.Score.Confidence;
import org.contexture.statistics.Pcg64;

/**
 * Segments drawn again and again: how many times, and from which seed. sacreBLEU 2.6.0 on NumPy 1 draws the same ones.
 *
 * @param samples how many
 * @param seed of {@link Pcg64}, at least 0
 */
public record Resampling(int samples, long seed) {
    /** sacreBLEU's seed unless {@code SACREBLEU_SEED} says otherwise. */
    public static final long USUAL_SEED = Pcg64.USUAL_SEED;

    /** Resamples of a bootstrap, as sacreBLEU has it. */
    public static final Resampling BOOTSTRAP = new Resampling(1000, USUAL_SEED);

    /** Shuffles of approximate randomization, as sacreBLEU has it. */
    public static final Resampling RANDOMIZATION = new Resampling(10_000, USUAL_SEED);

    /** @throws IllegalArgumentException if samples are fewer than 1 or the seed is negative */
    public Resampling {
        if (samples < 1 || seed < 0) {
            throw new IllegalArgumentException("resampling needs at least one sample and a seed of at least 0, but has "
                    + samples + " and " + seed);
        }
    }

    /** The signature's fields. */
    Map<String, String> fields(String kind) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(kind, Integer.toString(samples));
        fields.put("seed", Long.toString(seed));
        return fields;
    }

    /** The mean rounded once, as Python's {@code statistics.mean} has it. */
    Confidence confidence(Metric metric, SufficientStatistics statistics) {
        double[] scores = scores(metric, statistics, draws(statistics.size()));
        BigDecimal sum = BigDecimal.ZERO;
        for (double score : scores) {
            sum = sum.add(new BigDecimal(score));
        }
        Arrays.sort(scores);
        double mean =
                sum.divide(BigDecimal.valueOf(samples), new MathContext(60)).doubleValue();
        return new Confidence(mean, halfWidth(scores));
    }

    /** Mean and interval as NumPy has them of sorted scores. */
    static Confidence ofSorted(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return new Confidence(NumPy.mean(sorted), halfWidth(sorted));
    }

    /** Half the distance between the quantiles of 2.5 % and 97.5 %. */
    private static double halfWidth(double[] sorted) {
        int cut = sorted.length / 40;
        return 0.5 * (sorted[sorted.length - cut - 1] - sorted[cut]);
    }

    /** Numbers of segments {@code [samples, segments]}. */
    int[][] draws(int segments) {
        Pcg64 random = new Pcg64(seed);
        int[][] draws = new int[samples][segments];
        for (int[] draw : draws) {
            for (int i = 0; i < segments; i++) {
                draw[i] = random.below(segments);
            }
        }
        return draws;
    }

    /** The score of each resample, summed in single precision as NumPy does. */
    static double[] scores(Metric metric, SufficientStatistics statistics, int[][] draws) {
        int width = metric.width();
        float[] flat = statistics.flat();
        double[] scores = new double[draws.length];
        float[] sums = new float[width];
        for (int s = 0; s < draws.length; s++) {
            Arrays.fill(sums, 0);
            for (int segment : draws[s]) {
                int row = segment * width;
                for (int k = 0; k < width; k++) {
                    sums[k] += flat[row + k];
                }
            }
            scores[s] = metric.ofResample(sums);
        }
        return scores;
    }
}
