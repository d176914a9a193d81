package org.contexture.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** JSON values as a Tablesaw column. Missing and null values are missing cells. */
final class Cells {
    /** How JSON, which has no such numbers, carries them as text. */
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private Cells() {}

    /**
     * The narrowest type that holds every value exactly: LONG, DOUBLE, BOOLEAN, else STRING.
     *
     * @param empty the type of a column without any value
     */
    static ColumnType type(List<JsonNode> values, ColumnType empty) {
        List<JsonNode> present = values.stream().filter(v -> !v.isNull()).toList();
        if (present.isEmpty()) {
            return empty;
        }
        if (present.stream().allMatch(Cells::isLong)) {
            return ColumnType.LONG;
        }
        if (present.stream().allMatch(Cells::isDouble)) {
            return ColumnType.DOUBLE;
        }
        return present.stream().allMatch(JsonNode::isBoolean) ? ColumnType.BOOLEAN : ColumnType.STRING;
    }

    /** Whether values of one type are held exactly by a column of another. */
    static boolean fits(ColumnType values, ColumnType column) {
        return values.equals(column)
                || column.equals(ColumnType.STRING)
                || (column.equals(ColumnType.DOUBLE) && values.equals(ColumnType.LONG));
    }

    // Long.MIN_VALUE is what Tablesaw writes for a missing long.
    private static boolean isLong(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() != Long.MIN_VALUE;
    }

    private static boolean isDouble(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() && Math.abs(value.longValue()) <= 1L << 53;
        }
        return value.isNumber() || (value.isTextual() && NOT_FINITE.contains(value.textValue()));
    }

    /** A column of the given type; text stays as it is, lists and other values in a text column are compact JSON. */
    static Column<?> column(String name, ColumnType type, List<JsonNode> values) {
        Column<?> column = type.create(name);
        values.forEach(value -> append(column, value));
        return column;
    }

    private static void append(Column<?> column, JsonNode value) {
        if (value instanceof NullNode) {
            column.appendMissing();
        } else if (column instanceof LongColumn longs) {
            longs.append(value.longValue());
        } else if (column instanceof DoubleColumn doubles) {
            doubles.append(value.isTextual() ? Double.parseDouble(value.textValue()) : value.doubleValue());
        } else if (column instanceof BooleanColumn booleans) {
            booleans.append(((BooleanNode) value).booleanValue());
        } else {
            ((StringColumn) column).append(value.isTextual() ? value.textValue() : value.toString());
        }
    }
}
