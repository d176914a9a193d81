package org.contexture.results;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** A CSV file inside a trial's folder, whose columns are the same in every trial. */
record TrialTable(String name, Map<String, ColumnType> types) {
    static final TrialTable POSITIONS = of(
            "positions",
            List.of("position", "tokens", "loss"),
            List.of(ColumnType.LONG, ColumnType.LONG, ColumnType.DOUBLE));

    static final TrialTable LENGTHS = of(
            "lengths",
            List.of("length", "sentences", "tokens", "loss"),
            List.of(ColumnType.LONG, ColumnType.LONG, ColumnType.LONG, ColumnType.DOUBLE));

    static final TrialTable TOKENS = of(
            "tokens",
            List.of("sentence", "position", "token", "loss"),
            List.of(ColumnType.LONG, ColumnType.LONG, ColumnType.STRING, ColumnType.DOUBLE));

    private static TrialTable of(String name, List<String> columns, List<ColumnType> types) {
        Map<String, ColumnType> ordered = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ordered.put(columns.get(i), types.get(i));
        }
        return new TrialTable(name, ordered);
    }

    Table empty() {
        return CsvFile.empty(name, types);
    }

    Table read(Path file) {
        return CsvFile.read(file, types);
    }
}
