package org.contexture.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.contexture.setting.UserError;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/**
 * An experiment's results as Tablesaw tables: {@code Results.load(Path.of("results/smoke"))}. {@link Tables} says what
 * their columns are.
 *
 * @param folder where they are
 * @param trials a row a trial
 * @param epochs a row a trial and epoch
 * @param positions a row a trial and target position
 * @param lengths a row a trial and source length
 * @param timings a row a finished trial; the only table that may differ between runs
 */
public record Results(Path folder, Table trials, Table epochs, Table positions, Table lengths, Table timings) {
    /**
     * Loads the tables as they were written. A published folder may leave out any but {@code trials.csv}; the others then
     * have no rows.
     *
     * @throws UserError if the folder holds no tables or damaged ones
     */
    public static Results load(Path folder) {
        Table trials = table(folder, "trials");
        if (!Files.isRegularFile(folder.resolve("trials.csv"))) {
            throw new UserError(folder + " holds no trials.csv: name the folder of an experiment's results, "
                    + "or run the experiment first.");
        }
        return new Results(
                folder,
                trials,
                table(folder, "epochs"),
                table(folder, "positions"),
                table(folder, "lengths"),
                table(folder, "timings"));
    }

    private static Table table(Path folder, String name) {
        Path file = folder.resolve(name + ".csv");
        Map<String, ColumnType> columns = Schema.columns(folder, name);
        return Files.isRegularFile(file) ? CsvFile.read(file, columns) : CsvFile.empty(name, columns);
    }

    /** How each trial ended, or that it has not, by its id. */
    public Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        for (int row = 0; row < trials.rowCount(); row++) {
            states.put(
                    trials.stringColumn("trial").get(row),
                    trials.stringColumn("state").get(row));
        }
        return states;
    }

    /**
     * A trial's losses token by token: sentence, position, token, loss (nats), for the test sentences it kept.
     *
     * @throws UserError if there is no such trial or it has kept none
     */
    public Table tokens(String trial) {
        Path file = trialFolder(trial).resolve("tokens.csv");
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + " is missing: the trial has not finished, or its folder was not published with "
                    + "the tables; run the experiment to have it.");
        }
        return TrialTable.TOKENS.read(file);
    }

    /**
     * The folder of a trial's files. It need not exist: tables are sometimes published alone.
     *
     * @throws UserError if there is no such trial, or it has not begun
     */
    public Path trialFolder(String trial) {
        int row = trials.stringColumn("trial").asList().indexOf(trial);
        if (row < 0) {
            throw new UserError(folder + " has no trial \"" + trial + "\": it has "
                    + String.join(", ", trials.stringColumn("trial").asList()) + ".");
        }
        String log = trials.stringColumn(TrialColumns.LOG).get(row);
        if (log.isEmpty()) {
            throw new UserError(
                    folder + ": the trial " + trial + " has not begun, so it has no files; run the experiment.");
        }
        return Objects.requireNonNull(folder.resolve(log).getParent());
    }
}
