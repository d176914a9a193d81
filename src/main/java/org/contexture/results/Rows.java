package org.contexture.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.contexture.setting.UserError;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** Rows of JSON cells on their way to a table: some columns have a fixed type, others take it from all their cells. */
final class Rows {
    private final String name;
    private final List<Map<String, JsonNode>> rows = new ArrayList<>();
    /** Column to type, in order; for a free column the type it has when no cell has a value. */
    private final Map<String, ColumnType> columns = new LinkedHashMap<>();

    private final Set<String> free = new HashSet<>();
    private final Set<String> lowerCase = new HashSet<>();

    Rows(String name) {
        this.name = name;
    }

    /** The next column, of this type whatever its cells. */
    Rows fixed(String column, ColumnType type) {
        // Tablesaw ignores case in column names, so these would be one column.
        if (!lowerCase.add(column.toLowerCase(Locale.ROOT))) {
            throw new UserError("The table " + name + " would have two columns named \"" + column
                    + "\" (in whatever case of letters): give the setting or metric of that name another one.");
        }
        columns.put(column, type);
        return this;
    }

    /** Columns typed by their cells, or {@code empty} without any. */
    Rows free(Iterable<String> names, ColumnType empty) {
        for (String column : names) {
            fixed(column, empty);
            free.add(column);
        }
        return this;
    }

    Rows add(Map<String, JsonNode> row) {
        rows.add(row);
        return this;
    }

    /** @throws UserError if a cell does not fit its column's fixed type */
    Table table() {
        Table table = Table.create(name);
        columns.forEach((column, type) -> {
            List<JsonNode> cells = rows.stream()
                    .map(row -> row.getOrDefault(column, NullNode.getInstance()))
                    .toList();
            ColumnType found = Cells.type(cells, type);
            if (!free.contains(column) && !Cells.fits(found, type)) {
                throw new UserError("The column " + column + " of the table " + name + " should be of type " + type
                        + " but a trial's files give it values of type " + found + ": " + Json.REMEDY);
            }
            table.addColumns(Cells.column(column, free.contains(column) ? found : type, cells));
        });
        return table;
    }
}
