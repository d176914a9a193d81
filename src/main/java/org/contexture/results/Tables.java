package org.contexture.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contexture.provenance.ClassPath;
import org.contexture.setting.UserError;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Gathers an experiment's trial folders into its tables, in plan order:
 *
 * <pre>
 *   trials.csv     trial, configuration, seed, every setting, parameters, state, bestEpoch, every test metric, message, log
 *   epochs.csv     trial, epoch, every metric of the epoch
 *   positions.csv  trial, position, tokens, loss (nats per token)
 *   lengths.csv    trial, source length (tokens), sentences, target tokens, loss (nats per token)
 *   timings.csv    trial, seconds, targetTokensPerSecond, host, start
 * </pre>
 *
 * and their column types into {@code datapackage.json}. A state is ok, diverged, failed, running (begun, no outcome) or
 * planned (no folder). Settings and metrics are LONG, DOUBLE or BOOLEAN where all
 * their values are, else STRING, lists as compact JSON. A number
 * that is NaN and text that is empty become missing. The same folders give the same bytes.
 */
public final class Tables {
    private Tables() {}

    /**
     * Loads Tablesaw, better beside other work than after it: it looks for its readers in every entry of every jar, so it is shown its own
     * jars alone.
     */
    public static void prepare() {
        ClassPath.showing(jar -> String.valueOf(jar.getFileName()).startsWith("tablesaw"), Table::create);
    }

    /**
     * Writes the tables, each aside and then moved into place.
     *
     * @param folder an experiment's results, with {@code plan.json} and {@code trials/}
     * @return the tables as written
     * @throws UserError if a file of the plan or of a trial is damaged, naming it and the line
     */
    public static Results write(Path folder) {
        List<Table> tables = gather(folder);
        tables.forEach(table -> CsvFile.write(table, folder.resolve(table.name() + ".csv")));
        Schema.write(folder, tables);
        return Results.load(folder);
    }

    /**
     * An experiment's results as they are now, also while it runs: gathered from its trial folders, or as they were written where a
     * folder of tables is all there is. Writes nothing.
     *
     * @throws UserError if the folder holds no results or damaged ones
     */
    public static Results open(Path folder) {
        boolean onlyTables = !Files.isDirectory(folder.resolve("trials"))
                && Files.isRegularFile(folder.resolve("trials.csv")); // without either a run has only begun
        if (onlyTables || !Files.isRegularFile(folder.resolve("plan.json"))) {
            return Results.load(folder);
        }
        List<Table> tables = gather(folder);
        return new Results(folder, tables.get(0), tables.get(1), tables.get(2), tables.get(3), tables.get(4));
    }

    private static List<Table> gather(Path folder) {
        List<TrialRecord> records = TrialRecord.planned(folder);
        return List.of(
                trials(records),
                epochs(records),
                byTrial(records, TrialTable.POSITIONS),
                byTrial(records, TrialTable.LENGTHS),
                timings(records));
    }

    private static Table trials(List<TrialRecord> records) {
        Rows rows = new Rows("trials")
                .fixed("trial", ColumnType.STRING)
                .fixed("configuration", ColumnType.STRING)
                .fixed("seed", ColumnType.LONG)
                .free(keys(records.stream().map(TrialRecord::settings), Set.of()), ColumnType.STRING)
                .fixed("parameters", ColumnType.LONG)
                .fixed("state", ColumnType.STRING)
                .fixed("bestEpoch", ColumnType.LONG)
                .free(keys(records.stream().map(TrialRecord::metrics), Set.of()), ColumnType.DOUBLE)
                .fixed("message", ColumnType.STRING)
                .fixed(TrialColumns.LOG, ColumnType.STRING);
        records.forEach(record -> rows.add(record.row()));
        return rows.table();
    }

    private static Table epochs(List<TrialRecord> records) {
        List<Map<String, JsonNode>> lines = lines(records, TrialRecord::epochs);
        Rows rows = new Rows("epochs")
                .fixed("trial", ColumnType.STRING)
                .fixed("epoch", ColumnType.LONG)
                .free(keys(lines.stream(), Set.of("trial", "epoch")), ColumnType.DOUBLE);
        lines.forEach(rows::add);
        return rows.table();
    }

    private static Table timings(List<TrialRecord> records) {
        Rows rows = new Rows("timings")
                .fixed("trial", ColumnType.STRING)
                .fixed("seconds", ColumnType.DOUBLE)
                .fixed("targetTokensPerSecond", ColumnType.DOUBLE)
                .fixed("host", ColumnType.STRING)
                .fixed("start", ColumnType.STRING);
        lines(records, TrialRecord::timings).forEach(rows::add);
        return rows.table();
    }

    private static Table byTrial(List<TrialRecord> records, TrialTable table) {
        Table all = table.empty().insertColumn(0, StringColumn.create("trial"));
        for (TrialRecord record : records) {
            Path file = record.folder().resolve(table.name() + ".csv");
            if (Files.isRegularFile(file)) {
                Table one = table.read(file);
                String[] trial =
                        Stream.generate(record::id).limit(one.rowCount()).toArray(String[]::new);
                all.append(one.insertColumn(0, StringColumn.create("trial", trial)));
            }
        }
        return all;
    }

    private static List<Map<String, JsonNode>> lines(
            List<TrialRecord> records, Function<TrialRecord, List<Map<String, JsonNode>>> file) {
        return records.stream().map(file).flatMap(List::stream).toList();
    }

    /** Every key in order of first appearance. */
    private static Set<String> keys(Stream<Map<String, JsonNode>> rows, Set<String> but) {
        Set<String> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.addAll(row.keySet()));
        keys.removeAll(but);
        return keys;
    }
}
