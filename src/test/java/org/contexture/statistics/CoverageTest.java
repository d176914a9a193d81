package org.contexture.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Intervals and tests do what they promise, on data of which the truth is known. A bound is four standard errors wide. */
class CoverageTest {
    private static final int SETS = 4_000;

    @Test
    void tIntervalsCoverTheMeanInNinetyFivePercent() {
        for (int n : new int[] {3, 5, 10}) {
            double covered = new Simulation(n)
                    .share(SETS, n, values -> Interval.t(values, 0.95).contains(0));
            assertEquals(0.95, covered, 4 * Simulation.standardError(0.95, SETS), "n = " + n);
        }
    }

    /** As docs/statistics.md prints it; its figures come from 100,000 sets of 2,000 resamples, so their own error is small. */
    @Test
    void bootstrapIntervalsCoverAsLittleAsTheDocumentSays() throws IOException {
        List<MatchResult> rows = Pattern.compile(
                        "^\\| ([1-9]\\d*) \\| ([\\d.]+) % \\| ([\\d.]+) % \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs/statistics.md")))
                .results()
                .toList();
        assertEquals(
                List.of("3", "5", "10", "20"),
                rows.stream().map(row -> row.group(1)).toList());
        int sets = SETS / 2;
        for (MatchResult row : rows) {
            int n = Integer.parseInt(row.group(1));
            double printed = Double.parseDouble(row.group(3)) / 100;
            double covered =
                    new Simulation(n).share(sets, n, values -> bootstrap(values).contains(0));
            assertEquals(printed, covered, 4 * Simulation.standardError(printed, sets), "n = " + n);
        }
    }

    /** Each set is resampled in its own way, or one unlucky way would be in all of them. */
    private static Interval bootstrap(double[] values) {
        return Bootstrap.percentile(values, 0.95, 2_000, Double.doubleToLongBits(values[0]) >>> 1);
    }

    /** Without an effect every p that 2^n allows is equally likely, so the rate is the largest of them up to 5 %. */
    @Test
    void exactTestsRejectAsOftenAsTheirPsAllow() {
        for (int n : new int[] {6, 8, 10}) {
            double rejected = new Simulation(n)
                    .share(SETS, n, values -> SignFlip.of(values).p() <= 0.05);
            double steps = Math.pow(2, n - 1);
            double allowed = Math.floor(0.05 * steps) / steps;
            assertEquals(allowed, rejected, 4 * Simulation.standardError(allowed, SETS), "n = " + n);
        }
    }

    /** What shuffling segments covers, and what it does not: docs/statistics.md, "What it does not cover". */
    @Test
    void shufflingSegmentsCoversTheirNoiseButNotWhatASeedBringsToAll() {
        int sets = 500;
        double covered = 4 * Simulation.standardError(0.05, sets);
        assertEquals(0.05, rejectedBySegments(0, sets), covered);
        assertTrue(rejectedBySegments(0.5, sets) > 0.05 + covered);
    }

    /** Two equal systems of three seeds and 50 segments; {@code share} is a seed's deviation beside a segment's of 1. */
    private static double rejectedBySegments(double share, int sets) {
        Simulation simulation = new Simulation(9);
        int rejected = 0;
        for (int k = 0; k < sets; k++) {
            double[][][] a = system(share, simulation);
            double[][][] b = system(share, simulation);
            rejected += ReplicatedRandomization.of(a, b, sums -> sums[0] / 50, 199, k)
                                    .pWithTies()
                            <= 0.05
                    ? 1
                    : 0;
        }
        return (double) rejected / sets;
    }

    private static double[][][] system(double share, Simulation simulation) {
        double[][][] system = new double[3][50][1];
        for (double[][] seed : system) {
            double common = share * simulation.normal();
            for (double[] segment : seed) {
                segment[0] = common + simulation.normal();
            }
        }
        return system;
    }
}
