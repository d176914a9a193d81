package org.contexture.report;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import org.contexture.report.Block.Fact;
import org.contexture.report.Block.KeyFigures;
import org.contexture.results.Results;
import org.contexture.results.TrialColumns;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** How large an experiment is. */
final class KeyNumbers {
    private KeyNumbers() {}

    static Section of(Results results, Progress progress) {
        Table trials = results.trials();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("trials that ended well", Wording.whole(progress.ok())));
        addUnlessZero(facts, "that failed", progress.bad());
        addUnlessZero(facts, "left behind by halving", progress.pruned());
        addUnlessZero(facts, "still open", progress.open());
        facts.add(new Fact(
                "configurations",
                Wording.whole(TrialColumns.configurations(trials).size())));
        facts.add(new Fact(
                "seeds",
                Wording.whole(trials.longColumn("seed").removeMissing().unique().size())));
        addSize(facts, trials, "training pairs", "trainPairs");
        addSize(facts, trials, "validation pairs", "validPairs");
        addSize(facts, trials, "test pairs", "testPairs");
        addSize(facts, trials, "source vocabulary", "sourceVocabulary");
        addSize(facts, trials, "target vocabulary", "targetVocabulary");
        return new Section("figures", "In numbers", List.of(new KeyFigures(facts)));
    }

    private static void addUnlessZero(List<Fact> facts, String name, int n) {
        if (n > 0) facts.add(new Fact(name, Wording.whole(n)));
    }

    /** One number, or the least and the largest where a sweep changes the corpus. */
    private static void addSize(List<Fact> facts, Table trials, String name, String column) {
        if (!trials.containsColumn(column) || !(trials.column(column) instanceof NumericColumn<?> numbers)) {
            return;
        }
        LongSummaryStatistics sizes = IntStream.range(0, numbers.size())
                .mapToDouble(numbers::getDouble)
                .filter(Double::isFinite)
                .mapToLong(size -> (long) size)
                .summaryStatistics();
        if (sizes.getCount() > 0) {
            String least = Wording.whole(sizes.getMin());
            String most = Wording.whole(sizes.getMax());
            facts.add(new Fact(name, least.equals(most) ? least : least + " to " + most));
        }
    }
}
