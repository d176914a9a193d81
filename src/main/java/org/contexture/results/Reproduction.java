package org.contexture.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.contexture.corpus.TextFile;
import org.contexture.results.ReferenceCheck.Difference;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * What came of running kept trials again: every place where the new results differ from the kept ones, the epochs first, so that
 * the first difference tells when two runs parted.
 *
 * @param sameArithmetic whether the kept results tell of this arithmetic
 * @param rule how values were compared, in words
 * @param differences empty if the trials were reproduced
 * @param farthest the largest relative distance of two losses
 */
public record Reproduction(boolean sameArithmetic, String rule, List<Difference> differences, double farthest) {
    public Reproduction {
        differences = List.copyOf(differences);
    }

    /** What is compared: the folder of new results and the kept one, and of each trial both folders, which need not exist. */
    public record Folders(Path again, Path kept, Map<String, Pair> trials) {
        public record Pair(Path again, Path kept) {}
    }

    /**
     * Compares.
     *
     * @param tolerance largest relative distance of any two numbers; null for bit by bit where the arithmetic is the same, and losses within
     *     {@value ReferenceCheck#TOLERANCE} where it is another or not told
     * @throws org.contexture.setting.UserError if either folder's tables cannot be read
     */
    public static Reproduction of(Folders folders, @Nullable Double tolerance) {
        boolean same = ReferenceCheck.sameArithmetic(folders.again(), folders.kept());
        return new Comparing(folders, same, tolerance).reproduction();
    }

    private record Comparing(Folders folders, boolean same, @Nullable Double tolerance) {
        Reproduction reproduction() {
            Results again = Results.load(folders.again());
            Results kept = Results.load(folders.kept());
            List<Difference> differences = new ArrayList<>();
            TableComparison epochs = comparison(again.epochs(), kept.epochs(), "epoch");
            TableComparison trials = trials(again.trials(), kept.trials());
            differences.addAll(table(epochs));
            differences.addAll(trialCells(trials));
            differences.addAll(table(comparison(again.positions(), kept.positions(), "position")));
            differences.addAll(table(comparison(again.lengths(), kept.lengths(), "length")));
            if (exact()) folders.trials().forEach((id, pair) -> differences.addAll(files(id, pair)));
            double farthest = Math.max(epochs.farthestLoss(), trials.farthestLoss());
            return new Reproduction(same, rule(), differences, farthest);
        }

        private boolean exact() {
            return same && tolerance == null;
        }

        private String rule() {
            String arithmetic =
                    same ? "The arithmetic is the same" : "The kept results tell of another arithmetic or of none";
            if (exact()) {
                return arithmetic + ": every value is compared bit for bit.";
            }
            return arithmetic
                    + (tolerance == null
                            ? ": losses are compared within " + ReferenceCheck.TOLERANCE
                                    + " relative, settings exactly," + " other metrics not at all."
                            : ": every number is compared within " + tolerance + " relative.");
        }

        /** A published folder may leave out any table but trials.csv; what is not kept cannot differ. */
        private TableComparison comparison(Table again, Table kept, String key) {
            Table wanted = wanted(kept);
            return new TableComparison(kept.isEmpty() ? again.emptyCopy() : again, wanted, List.of("trial", key));
        }

        private List<Difference> table(TableComparison comparison) {
            if (tolerance != null) {
                return comparison.everyCellWithin(tolerance);
            }
            return same ? comparison.everyCell() : comparison.losses(ReferenceCheck.TOLERANCE);
        }

        /** Columns that only trials have which were not run again are no difference. */
        private TableComparison trials(Table again, Table kept) {
            Table wanted = wanted(kept);
            return new TableComparison(without(again, wanted), without(wanted, again), List.of("trial"));
        }

        private static Table without(Table table, Table other) {
            String[] empty = table.columnNames().stream()
                    .filter(c -> !other.containsColumn(c) && table.column(c).countMissing() == table.rowCount())
                    .toArray(String[]::new);
            return table.rejectColumns(empty);
        }

        private List<Difference> trialCells(TableComparison comparison) {
            if (tolerance != null) {
                return comparison.everyCellWithin(tolerance);
            }
            return same ? comparison.everyCell() : comparison.planAndLosses(ReferenceCheck.TOLERANCE);
        }

        private Table wanted(Table kept) {
            Set<String> ids = folders.trials().keySet();
            int[] rows = IntStream.range(0, kept.rowCount())
                    .filter(row -> ids.contains(kept.stringColumn("trial").get(row)))
                    .toArray();
            return kept.where(Selection.with(rows)); // Table.rows refuses an empty choice
        }

        private static List<Difference> files(String id, Folders.Pair pair) {
            List<Difference> differences = new ArrayList<>();
            for (String name : List.of("hypotheses.txt", "tokens.csv")) {
                Path again = pair.again().resolve(name);
                Path kept = pair.kept().resolve(name);
                if (Files.isRegularFile(again) && Files.isRegularFile(kept)) {
                    differences.addAll(firstLine(id + ", " + name, lines(again), lines(kept)));
                }
            }
            return differences;
        }

        private static List<String> lines(Path file) {
            return TextFile.lines(file, "The trial");
        }

        private static List<Difference> firstLine(String where, List<String> again, List<String> kept) {
            for (int k = 0; k < Math.max(again.size(), kept.size()); k++) {
                String ours = k < again.size() ? again.get(k) : "absent";
                String theirs = k < kept.size() ? kept.get(k) : "absent";
                if (!ours.equals(theirs)) {
                    return List.of(new Difference(where, "line " + (k + 1), ours, theirs));
                }
            }
            return List.of();
        }
    }
}
