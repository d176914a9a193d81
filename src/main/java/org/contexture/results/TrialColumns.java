package org.contexture.results;

import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Which columns of trials.csv are settings and which are metrics: their place says so. */
public final class TrialColumns {
    /** Where a trial's log is, relative to the folder of results; its folder has the trial's other files. */
    static final String LOG = "log";

    private TrialColumns() {}

    /** The configurations of trials that have begun, in the order of trials. */
    public static List<String> configurations(Table trials) {
        return trials.stringColumn("configuration").removeMissing().asList().stream()
                .distinct()
                .toList();
    }

    /** The settings of trials, by their paths. */
    public static List<String> settings(Table trials) {
        return between(trials, "seed", "parameters");
    }

    /** Everything after the state, which training decides. */
    static List<String> results(Table trials) {
        return trials.columnNames().subList(trials.columnIndex("state") + 1, trials.columnCount());
    }

    /** The numeric ones only. */
    public static List<String> metrics(Table trials) {
        return between(trials, "bestEpoch", "message").stream()
                .filter(name -> trials.column(name) instanceof NumericColumn<?>)
                .toList();
    }

    private static List<String> between(Table table, String first, String last) {
        return table.columnNames().subList(table.columnIndex(first) + 1, table.columnIndex(last));
    }
}
