package org.contexture.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contexture.setting.UserError;
import tech.tablesaw.api.Table;

/**
 * Whether a run repeats a committed reference. Where both tell of the same arithmetic, every cell of trials.csv must be the same, on
 * whatever CPU. A reference of another arithmetic (or of none: one that OpenBLAS's products made) differs in the last bits of
 * floating-point sums: then every loss must agree within {@value #TOLERANCE} relative, and what was planned (settings, seed, parameters,
 * state) exactly; shares, perplexities, scores and the best epoch can jump at a tie and are not compared.
 *
 * @param sameArithmetic whether both tell of the same arithmetic
 * @param differences empty unless the verdict is {@link Verdict#DIFFERENT}
 * @param sentence the verdict in words
 */
public record ReferenceCheck(Verdict verdict, boolean sameArithmetic, List<Difference> differences, String sentence) {
    /** Largest difference of two losses of different arithmetic, relative to the larger one. */
    public static final double TOLERANCE = 1e-3;

    /** How far the run and the reference agree. */
    public enum Verdict {
        IDENTICAL,
        WITHIN_TOLERANCE,
        DIFFERENT
    }

    /**
     * A cell that should have agreed.
     *
     * @param run the run's value
     * @param reference the reference's value
     */
    public record Difference(String trial, String column, String run, String reference) {
        @Override
        public String toString() {
            return trial + ", " + column + ": " + run + ", reference " + reference;
        }
    }

    /**
     * Compares two result folders, each with its {@code provenance.json}; without both files the arithmetic counts as
     * another.
     *
     * @throws UserError if either folder has no readable tables or the reference no trials
     */
    public static ReferenceCheck of(Path run, Path reference) {
        return of(Results.load(run).trials(), Results.load(reference).trials(), sameArithmetic(run, reference));
    }

    /** Whether two folders tell of the same arithmetic. */
    static boolean sameArithmetic(Path run, Path reference) {
        String ours = arithmetic(run);
        return !ours.isEmpty() && ours.equals(arithmetic(reference));
    }

    /** Empty if the folder does not say: results told of a BLAS once, and tables may be published alone. */
    private static String arithmetic(Path folder) {
        Path file = folder.resolve("provenance.json");
        return Files.isRegularFile(file) ? Json.object(file).path("arithmetic").asText("") : "";
    }

    /**
     * Compares two trials tables.
     *
     * @throws UserError if the reference has no trials, so that nothing could be compared
     */
    public static ReferenceCheck of(Table run, Table reference, boolean sameArithmetic) {
        if (reference.isEmpty()) {
            throw new UserError("The reference's trials.csv has no trials to compare with: run its experiment again.");
        }
        TableComparison comparison = new TableComparison(run, reference, List.of("trial"));
        List<Difference> all = comparison.everyCell();
        if (all.isEmpty()) {
            return new ReferenceCheck(Verdict.IDENTICAL, sameArithmetic, all, identical(run, sameArithmetic));
        }
        List<Difference> differences = sameArithmetic ? all : comparison.planAndLosses(TOLERANCE);
        return differences.isEmpty()
                ? new ReferenceCheck(Verdict.WITHIN_TOLERANCE, false, differences, within(run, comparison))
                : new ReferenceCheck(
                        Verdict.DIFFERENT, sameArithmetic, differences, different(sameArithmetic, differences));
    }

    private static String identical(Table run, boolean sameArithmetic) {
        return "All " + run.rowCount() + " trials equal the reference bit for bit"
                + (sameArithmetic ? "." : ", although it tells of another arithmetic or of none.");
    }

    private static String within(Table run, TableComparison comparison) {
        return "The reference tells of another arithmetic or of none; in all " + run.rowCount()
                + " trials every loss is within " + TOLERANCE + " relative of it (the farthest "
                + Spread.number(comparison.farthestLoss())
                + "). Shares, perplexities, scores and best epochs were not compared."
                + " Make the reference again with this Contexture to compare bit for bit.";
    }

    private static String different(boolean sameArithmetic, List<Difference> differences) {
        String expected = sameArithmetic
                ? "The arithmetic is the reference's, so every cell should equal it bit for bit"
                : "The reference tells of another arithmetic or of none, so every loss should be within " + TOLERANCE
                        + " relative of it and every setting equal";
        return expected + ", but " + differences.size() + (differences.size() == 1 ? " differs" : " differ")
                + ", first " + differences.get(0)
                + ". What has changed since, contexture reproduce tells of the reference's folder.";
    }
}
