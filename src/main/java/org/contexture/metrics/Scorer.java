package org.contexture.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.contexture.metrics.Metric.SegmentReferences;

/** Scores any number of systems against the same references, which are prepared once. Threads may share it. */
public final class Scorer {
    private final Metric metric;
    private final List<SegmentReferences> segments;
    private final Signature signature;

    public Scorer(Metric metric, References references) {
        this.metric = metric;
        this.segments =
                references.segments().parallelStream().map(metric::references).toList();
        this.signature = metric.signature(references.count());
    }

    /** What is scored with. */
    public Metric metric() {
        return metric;
    }

    /** How scores come about. */
    public Signature signature() {
        return signature;
    }

    /**
     * The score of a system.
     *
     * @param hypotheses one a segment
     * @throws IllegalArgumentException if there are fewer or more
     */
    public Score score(List<String> hypotheses) {
        return score(statistics(hypotheses));
    }

    /** The score of a system's statistics. */
    public Score score(SufficientStatistics statistics) {
        return new Score(metric.name(), metric.parts(statistics.sum()), signature, null);
    }

    /** The score with its mean and interval over resamples of the segments. */
    public Score score(SufficientStatistics statistics, Resampling resampling) {
        return new Score(
                metric.name(),
                metric.parts(statistics.sum()),
                signature.with(resampling.fields("bs")),
                resampling.confidence(metric, statistics));
    }

    /**
     * The score of each sentence by itself.
     *
     * @throws IllegalArgumentException unless there is one hypothesis a segment
     */
    public List<Score> sentences(List<String> hypotheses) {
        return Arrays.stream(statistics(hypotheses).rows())
                .map(row -> new Score(metric.name(), metric.parts(row), signature, null))
                .toList();
    }

    /**
     * A system's sufficient statistics.
     *
     * @throws IllegalArgumentException unless there is one hypothesis a segment
     */
    public SufficientStatistics statistics(List<String> hypotheses) {
        Share.checkPairs(hypotheses, segments);
        return new SufficientStatistics(IntStream.range(0, segments.size())
                .mapToObj(i -> segments.get(i).statistics(hypotheses.get(i)))
                .toArray(double[][]::new));
    }
}
