package org.contexture.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Example;
import org.contexture.model.Bridge;
import org.contexture.model.Feed;
import org.contexture.model.ModelSettings;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
    private static final Workload SMALL = new Workload(8, 30, 2, 5);
    private static final ModelSettings MODEL =
            new ModelSettings("gru", "mean", List.of(Feed.values()), Bridge.DENSE, 4, 4);

    @Test
    void sentencesHaveTheLengthsAndFrequenciesAskedFor() {
        List<Example> examples = new Workload(64, 500, 5, 20).sorted(2000);
        int[] lengths =
                examples.stream().mapToInt(e -> e.source().length).sorted().toArray();
        assertEquals(5, lengths[0]);
        assertEquals(20, lengths[1999]);
        assertEquals(12.5, Arrays.stream(lengths).average().orElseThrow(), 0.4);
        int[] tokens =
                examples.stream().flatMapToInt(e -> Arrays.stream(e.target())).toArray();
        assertTrue(Arrays.stream(tokens).allMatch(t -> t >= 4 && t < 500));
        double sum = IntStream.range(0, 496)
                .mapToDouble(k -> Math.pow(k + 2.7, -1.25))
                .sum();
        double first = Arrays.stream(tokens).filter(t -> t == 4).count() / (double) tokens.length;
        assertEquals(Math.pow(2.7, -1.25) / sum, first, 0.01);
    }

    @Test
    void fiftyBatchesAreTheSameEveryTime() {
        List<Batch> batches = SMALL.batches();
        assertEquals(50, batches.size());
        assertEquals(
                batches.stream().map(Batch::targetTokens).toList(),
                SMALL.batches().stream().map(Batch::targetTokens).toList());
    }

    @Test
    void impossibleWorkIsRefusedByTheOptionsName() {
        refused("--vocabulary is 4", 4, 2, 5);
        refused("--max-length is 5", 30, 6, 5);
    }

    private static void refused(String said, int vocabulary, int minLength, int maxLength) {
        Exception error =
                assertThrows(IllegalArgumentException.class, () -> new Workload(8, vocabulary, minLength, maxLength));
        assertTrue(String.valueOf(error.getMessage()).contains(said), error.getMessage());
    }

    @Test
    void atLeastEightStepsAreMeasured() {
        TrainingBenchmark point = TrainingBenchmark.measure(MODEL, SMALL, 1, 1e-9);
        assertEquals(8, point.steps());
        assertTrue(point.tokensPerSecond() > 0 && point.flops() > 0 && point.sgemmFlops() > 0);
        assertTrue(point.boundShare() > 0 && point.boundShare() < 1, "" + point);
        assertTrue(point.productShare() > 0 && point.productShare() < 1, "" + point);
    }

    @Test
    void aMedianIsTheMiddle() {
        assertEquals(2, Rates.median(new double[] {9, 1, 2}));
        assertEquals(3, Rates.median(new double[] {9, 1, 2, 4}));
    }

    @Test
    void decodingIsMeasured() {
        assertTrue(DecodingBenchmark.measure(MODEL, SMALL).sentencesPerSecond() > 0);
    }
}
