package org.contexture.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.contexture.report.Block.Grid;
import org.contexture.report.Block.Words;
import org.contexture.report.SortableTable.Best;
import org.contexture.report.SortableTable.Cell;
import org.contexture.report.SortableTable.Column;
import org.contexture.results.Results;
import tech.tablesaw.api.Table;

/** Trials that did not end well, each with its reason. */
final class Failures {
    private static final int SHOWN = 200;
    private static final int LONGEST = 600;

    private Failures() {}

    /** Nothing if there are none. */
    static Optional<Section> of(Results results) {
        Table trials = results.trials();
        List<Integer> bad = IntStream.range(0, trials.rowCount())
                .filter(row -> Progress.isBad(trials.stringColumn("state").get(row)))
                .boxed()
                .toList();
        return bad.isEmpty() ? Optional.empty() : Optional.of(section(trials, bad));
    }

    private static Section section(Table trials, List<Integer> bad) {
        List<Integer> shown = bad.subList(0, Math.min(SHOWN, bad.size()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Words(
                Wording.count(bad.size(), "trial") + " did not end well and " + (bad.size() == 1 ? "is" : "are")
                        + " in no mean, interval or test. If they failed because of what they test, what is left describes the "
                        + "others."));
        if (shown.size() < bad.size()) {
            blocks.add(new Words("The first " + SHOWN + " of them; trials.csv has all."));
        }
        blocks.add(new Grid(new SortableTable(
                "Trials that did not end well",
                List.of(
                        column(trials, shown, "trial"),
                        column(trials, shown, "state"),
                        column(trials, shown, "message"),
                        column(trials, shown, "log")),
                "")));
        return new Section("failures", "Failures", blocks);
    }

    private static Column column(Table trials, List<Integer> rows, String name) {
        return new Column(
                name,
                "",
                false,
                Best.NONE,
                rows.stream()
                        .map(row -> trials.column(name).getUnformattedString(row))
                        .map(text -> new Cell(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text, null))
                        .toList());
    }
}
