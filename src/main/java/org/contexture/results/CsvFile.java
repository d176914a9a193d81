package org.contexture.results;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.WholeFile;
import org.contexture.setting.UserError;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.io.csv.CsvWriteOptions;

/**
 * A Tablesaw table as a CSV file and back without loss: every field is quoted, because Tablesaw's reader trims blanks
 * off bare fields; the empty field alone is missing, so "NA" stays text; and types are given, never guessed. Tablesaw
 * itself cannot tell NaN from a missing number nor "" from missing text: these come back missing.
 */
final class CsvFile {
    private static final int MOST_COLUMNS = 10_000;
    private static final int ANY_LENGTH = -1;

    private CsvFile() {}

    static void write(Table table, Path file) {
        StringWriter text = new StringWriter();
        table.write()
                .usingOptions(CsvWriteOptions.builder(text)
                        .quoteAllFields(true)
                        .ignoreLeadingWhitespaces(false)
                        .ignoreTrailingWhitespaces(false)
                        .lineEnd("\n")
                        .build());
        WholeFile.write(file, text.toString());
    }

    /**
     * Reads a table whose columns are known.
     *
     * @throws UserError if the header is another or a cell does not fit its type
     */
    static Table read(Path file, Map<String, ColumnType> types) {
        String csv = text(file);
        Table found = parse(file, csv, types);
        if (!found.columnNames().equals(List.copyOf(types.keySet()))) {
            throw new UserError(
                    file + " has the columns " + found.columnNames() + " where " + List.copyOf(types.keySet())
                            + " were expected: run the experiment again to write the tables, or restore the file.");
        }
        return found;
    }

    private static Table parse(Path file, String csv, Map<String, ColumnType> types) {
        try (Reader reader = new StringReader(csv)) {
            return Table.read()
                    .usingOptions(CsvReadOptions.builder(reader)
                            .tableName(name(file))
                            .columnTypes(types.values().toArray(ColumnType[]::new))
                            .missingValueIndicator("")
                            .maxNumberOfColumns(MOST_COLUMNS)
                            .maxCharsPerColumn(ANY_LENGTH)
                            .sample(false)
                            .build());
        } catch (IOException | RuntimeException e) {
            throw new UserError(
                    file + " cannot be read as a table with the columns " + types.keySet() + " (" + e.getMessage()
                            + "): restore the file or write it again.",
                    e);
        }
    }

    static Table empty(String name, Map<String, ColumnType> types) {
        Table table = Table.create(name);
        types.forEach((column, type) -> table.addColumns(type.create(column)));
        return table;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read as UTF-8 text (" + e + "): restore the file.", e);
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName()).replace(".csv", "");
    }
}
