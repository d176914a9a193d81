package org.contexture.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contexture.setting.UserError;
import tech.tablesaw.api.Table;

/**
 * Whether a run repeats a committed reference. Where CPU, BLAS kernel and ND4J build agree, every cell of trials.csv must
 * be the same. Elsewhere floating-point sums differ in their last bits: then every loss must agree within
 * {@value #TOLERANCE} relative, and what was planned (settings, seed, parameters, state) exactly; shares, perplexities,
 * scores and the best epoch can jump at a tie and are not compared.
 *
 * @param sameProvenance whether CPU, BLAS kernel and ND4J build agree
 * @param differences empty unless the verdict is {@link Verdict#DIFFERENT}
 * @param sentence the verdict in words
 */
public record ReferenceCheck(Verdict verdict, boolean sameProvenance, List<Difference> differences, String sentence) {
    /** Largest difference of two losses on different machines, relative to the larger one. */
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
     * Compares two result folders, each with its {@code provenance.json}; without both files the provenance counts as
     * another.
     *
     * @throws UserError if either folder has no readable tables or the reference no trials
     */
    public static ReferenceCheck of(Path run, Path reference) {
        return of(Results.load(run).trials(), Results.load(reference).trials(), sameProvenance(run, reference));
    }

    /** Whether CPU, BLAS kernel and ND4J build of two folders agree; not without both files. */
    static boolean sameProvenance(Path run, Path reference) {
        Path ours = run.resolve("provenance.json");
        Path theirs = reference.resolve("provenance.json");
        if (!Files.isRegularFile(ours) || !Files.isRegularFile(theirs)) {
            return false;
        }
        ObjectNode a = Json.object(ours);
        ObjectNode b = Json.object(theirs);
        return List.of("cpu", "blas", "nd4j").stream()
                .allMatch(key -> Json.text(a, key, ours).equals(Json.text(b, key, theirs)));
    }

    /**
     * Compares two trials tables.
     *
     * @throws UserError if the reference has no trials, so that nothing could be compared
     */
    public static ReferenceCheck of(Table run, Table reference, boolean sameProvenance) {
        if (reference.isEmpty()) {
            throw new UserError("The reference's trials.csv has no trials to compare with: run its experiment again.");
        }
        TableComparison comparison = new TableComparison(run, reference, List.of("trial"));
        List<Difference> all = comparison.everyCell();
        if (all.isEmpty()) {
            return new ReferenceCheck(Verdict.IDENTICAL, sameProvenance, all, identical(run, sameProvenance));
        }
        List<Difference> differences = sameProvenance ? all : comparison.planAndLosses(TOLERANCE);
        return differences.isEmpty()
                ? new ReferenceCheck(Verdict.WITHIN_TOLERANCE, false, differences, within(run, comparison))
                : new ReferenceCheck(
                        Verdict.DIFFERENT, sameProvenance, differences, different(sameProvenance, differences));
    }

    private static String identical(Table run, boolean sameProvenance) {
        return "All " + run.rowCount() + " trials equal the reference bit for bit"
                + (sameProvenance ? "." : ", although CPU, BLAS kernel or ND4J build is another.");
    }

    private static String within(Table run, TableComparison comparison) {
        return "CPU, BLAS kernel or ND4J build is another than the reference's; in all " + run.rowCount()
                + " trials every loss is within " + TOLERANCE + " relative of it (the farthest "
                + Spread.number(comparison.farthestLoss())
                + "). Shares, perplexities, scores and best epochs were not compared.";
    }

    private static String different(boolean sameProvenance, List<Difference> differences) {
        String expected = sameProvenance
                ? "CPU, BLAS kernel and ND4J build are the reference's, so every cell should equal it bit for bit"
                : "CPU, BLAS kernel or ND4J build is another than the reference's, so every loss should be within "
                        + TOLERANCE + " relative of it and every setting equal";
        return expected + ", but " + differences.size() + (differences.size() == 1 ? " differs" : " differ")
                + ", first " + differences.get(0) + ".";
    }
}
