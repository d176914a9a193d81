package org.contexture.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.contexture.statistics.Pcg64;
import org.jspecify.annotations.Nullable;

/**
 * Compares systems with the first of them on the same segments: how probable is a difference this large in absolute value if both came
 * from one process? The p-values are those of sacreBLEU 2.6.0 on NumPy 1.
 *
 * @param kind which test
 */
public record PairedTest(Kind kind, Resampling resampling) {
    /** The tests. */
    public enum Kind {
        /** Paired bootstrap resampling (Koehn, 2004), centred as in Moses. */
        BOOTSTRAP("bs"),
        /** Approximate randomization (Riezler and Maxwell, 2005). */
        RANDOMIZATION("ar");

        private final String field;

        Kind(String field) {
            this.field = field;
        }
    }

    /**
     * A system beside the first.
     *
     * @param score of all segments
     * @param pValue of its difference to the first system; null for that one
     * @param mean over resamples; null for a test that draws none
     * @param halfWidth of the 95 % interval over resamples; null for a test that draws none
     */
    public record Result(double score, @Nullable Double pValue, @Nullable Double mean, @Nullable Double halfWidth) {}

    /**
     * Tests every system against the first.
     *
     * @param systems the statistics of each, over the same segments
     */
    public List<Result> of(Metric metric, List<SufficientStatistics> systems) {
        return kind == Kind.BOOTSTRAP ? bootstrap(metric, systems) : randomization(metric, systems);
    }

    /** The signature's fields added. */
    public Signature signature(Signature metric) {
        return metric.with(resampling.fields(kind.field));
    }

    private List<Result> bootstrap(Metric metric, List<SufficientStatistics> systems) {
        int[][] draws = resampling.draws(systems.get(0).size());
        List<double[]> scores = systems.parallelStream()
                .map(system -> Resampling.scores(metric, system, draws))
                .toList();
        List<Result> results = new ArrayList<>();
        for (int s = 0; s < systems.size(); s++) {
            double[] own = scores.get(s);
            Double p = s == 0
                    ? null
                    : centred(differences(own, scores.get(0)), difference(metric, systems.get(0), systems.get(s)));
            Score.Confidence confidence = Resampling.ofSorted(own);
            results.add(new Result(score(metric, systems.get(s)), p, confidence.mean(), confidence.halfWidth()));
        }
        return results;
    }

    /** How often a difference lies farther above the mean difference than the real one is large. */
    private static double centred(double[] differences, double real) {
        double mean = NumPy.mean(differences);
        long larger = IntStream.range(0, differences.length)
                .filter(i -> differences[i] - mean > real)
                .count();
        return (larger + 1.0) / (differences.length + 1);
    }

    private static double[] differences(double[] a, double[] b) {
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = Math.abs(a[i] - b[i]);
        }
        return differences;
    }

    private static double difference(Metric metric, SufficientStatistics a, SufficientStatistics b) {
        return Math.abs(score(metric, a) - score(metric, b));
    }

    private static double score(Metric metric, SufficientStatistics statistics) {
        return score(metric, statistics.sum());
    }

    private List<Result> randomization(Metric metric, List<SufficientStatistics> systems) {
        long[][] choices = choices(systems.get(0).size());
        return IntStream.range(0, systems.size())
                .parallel()
                .mapToObj(s -> new Result(
                        score(metric, systems.get(s)),
                        s == 0 ? null : exchanged(metric, systems.get(0), systems.get(s), choices),
                        null,
                        null))
                .toList();
    }

    /** For each shuffle a bit a segment: whether the segment stays where it is. */
    private long[][] choices(int segments) {
        Pcg64 random = new Pcg64(resampling.seed());
        long[][] choices = new long[resampling.samples()][(segments + 63) / 64];
        for (long[] choice : choices) {
            for (int i = 0; i < segments; i++) {
                if (random.nextBoolean()) {
                    choice[i / 64] |= 1L << i;
                }
            }
        }
        return choices;
    }

    private static double exchanged(Metric metric, SufficientStatistics a, SufficientStatistics b, long[][] choices) {
        double real = difference(metric, a, b);
        Exchange exchange = Exchange.of(a, b);
        long larger = 0;
        for (long[] choice : choices) {
            exchange.shuffle(choice);
            double difference = score(metric, exchange.first()) - score(metric, exchange.second());
            larger += Math.abs(difference) > real ? 1 : 0;
        }
        return (larger + 1.0) / (choices.length + 1);
    }

    private static double score(Metric metric, double[] sums) {
        return metric.parts(sums).score();
    }
}
