package org.contexture.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RoundTripTest {
    private static final List<String> TEXTS = List.of(
            " lead",
            "trail ",
            " ",
            "\t",
            "NA",
            "null",
            "N/A",
            "*",
            "-",
            "64",
            "007",
            "true",
            "NaN",
            "a,b",
            "q\"q",
            "\"",
            "\"\"",
            ",",
            "\",\"",
            "two\nlines",
            "two\r\nlines",
            "\r",
            "\n",
            "\\",
            "\\\"",
            "#",
            "𝄞😀",
            "é",
            "\uFEFFx",
            "\u00a0x\u00a0",
            "nul\0",
            "x".repeat(20_000));

    private static final List<Double> NUMBERS = List.of(
            1 / 3.0,
            -0.0,
            0.0,
            1e-300,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            0.1 + 0.2,
            Math.PI,
            9007199254740992.0);

    private final Path folder;

    RoundTripTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Table throughAFile(Table table) {
        CsvFile.write(table, folder.resolve(table.name() + ".csv"));
        Schema.write(folder, List.of(table));
        return CsvFile.read(folder.resolve(table.name() + ".csv"), Schema.columns(folder, table.name()));
    }

    @Test
    void everyTextComesBackAsItWas() {
        StringColumn back =
                throughAFile(Table.create("t", StringColumn.create("s", TEXTS))).stringColumn("s");
        assertEquals(TEXTS, back.asList());
    }

    @Test
    void anyMixtureOfAwkwardCharactersComesBackAsItWas() {
        Random random = new Random(1);
        String[] pieces = {"\"", ",", "\n", "\r", " ", "a", "\\", "'", "", "𝄞", "\t"};
        List<String> texts = IntStream.range(0, 3000)
                .mapToObj(i -> random.ints(1 + i % 6, 0, pieces.length)
                        .mapToObj(p -> pieces[p])
                        .reduce("", String::concat))
                .toList();
        Table table = Table.create("t", StringColumn.create("a", texts), StringColumn.create("b,\"\n", texts));
        Table back = throughAFile(table);
        assertEquals(table.columnNames(), back.columnNames());
        assertEquals(texts, back.stringColumn(0).asList());
        assertEquals(texts, back.stringColumn(1).asList());
    }

    @Test
    void everyNumberComesBackToTheLastBit() {
        DoubleColumn numbers =
                DoubleColumn.create("x", NUMBERS.stream().mapToDouble(x -> x).toArray());
        LongColumn longs = LongColumn.create(
                "n",
                IntStream.range(0, NUMBERS.size())
                        .mapToLong(i -> Long.MAX_VALUE - i)
                        .toArray());
        Table back = throughAFile(Table.create("t", numbers, longs));
        assertEquals(NUMBERS, back.doubleColumn("x").asList());
        assertEquals(longs.asList(), back.longColumn("n").asList());
    }

    @Test
    void missingCellsComeBackMissingAndSoDoNanAndEmptyText() {
        Table table = Table.create(
                "t",
                DoubleColumn.create("x", new double[] {Double.NaN, 1}),
                StringColumn.create("s", "", "a"),
                LongColumn.create("n").appendMissing().append(3),
                BooleanColumn.create("b", new Boolean[] {null, true}));
        Table back = throughAFile(table);
        assertEquals(2, back.rowCount());
        back.columns().forEach(column -> assertTrue(column.isMissing(0), column.name()));
        back.columns()
                .forEach(column -> assertEquals(table.column(column.name()).get(1), column.get(1)));
    }

    @Test
    void aTableWithoutRowsKeepsItsColumnsAndTheirTypes() {
        Table back = throughAFile(Table.create("t", StringColumn.create("s"), LongColumn.create("n")));
        assertEquals(List.of(ColumnType.STRING, ColumnType.LONG), back.types());
    }

    @Test
    void columnsTakeTheNarrowestTypeThatHoldsEveryValueExactly() throws JsonProcessingException {
        assertEquals(ColumnType.LONG, type("[1, null, -2]"));
        assertEquals(ColumnType.DOUBLE, type("[1, 2.5, \"NaN\", NaN, \"-Infinity\"]"));
        assertEquals(ColumnType.BOOLEAN, type("[true, null]"));
        assertEquals(ColumnType.STRING, type("[\"64\", \"65\"]"));
        assertEquals(ColumnType.STRING, type("[\"NA\", 1.5]"));
        assertEquals(ColumnType.STRING, type("[9007199254740993, 0.5]"));
        assertEquals(ColumnType.INSTANT, type("[null]"));
    }

    private static ColumnType type(String json) throws JsonProcessingException {
        JsonNode array = Json.MAPPER.readTree(json);
        return Cells.type(IntStream.range(0, array.size()).mapToObj(array::get).toList(), ColumnType.INSTANT);
    }

    @Test
    void aFileWithoutItsHeaderIsRefused() throws IOException {
        throughAFile(Table.create("t", StringColumn.create("s", "a")));
        Files.writeString(folder.resolve("t.csv"), "");
        assertThrows(UserError.class, () -> CsvFile.read(folder.resolve("t.csv"), Schema.columns(folder, "t")));
    }

    @Test
    void anotherHeaderThanTheSchemaSaysIsRefused() {
        Table table = Table.create("t", StringColumn.create("s", "a"));
        throughAFile(table);
        CsvFile.write(Table.create("t", StringColumn.create("other", "a")), folder.resolve("t.csv"));
        UserError error =
                assertThrows(UserError.class, () -> CsvFile.read(folder.resolve("t.csv"), Schema.columns(folder, "t")));
        assertTrue(String.valueOf(error.getMessage()).contains("has the columns [other] where [s] were expected"));
    }
}
