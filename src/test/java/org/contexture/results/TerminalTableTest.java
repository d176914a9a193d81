package org.contexture.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TerminalTableTest {
    private static final TerminalTable WIDE = TerminalTable.of(Table.create(
            "t",
            StringColumn.create("model.name", "a", "a very long name that nobody needs in full"),
            DoubleColumn.create("testLoss", new double[] {1.5, Double.NaN}),
            DoubleColumn.create("bleu", new double[] {20.3456, 1e-9})));

    @Test
    void withRoomEverythingIsShown() {
        String expected =
                """
                name                                        testLoss       bleu
                ───────────────────────────────────────────────────────────────
                a                                              1.500      20.35
                a very long name that nobody needs in full            1.000e-09
                """;
        assertEquals(expected, WIDE.text(63, "x"));
    }

    @Test
    void longTextsAreShortenedBeforeColumnsAreLost() {
        String text = WIDE.text(62, "x");
        assertTrue(text.contains("a very long name that n…  "), text);
        assertTrue(text.contains("bleu"), text);
    }

    @Test
    void columnsThatDoNotFitAreNamedWithThePlaceOfTheFullTable() {
        String text = WIDE.text(40, "Every trial's values are in results/x/trials.csv");
        assertTrue(
                text.endsWith("Too wide for this terminal: bleu. Every trial's values are in results/x/trials.csv\n"),
                text);
        assertTrue(text.lines().limit(4).allMatch(line -> line.length() <= 40), text);
    }

    @Test
    void theFirstColumnStaysInTheNarrowestTerminal() {
        assertTrue(WIDE.text(10, "x").contains("a very lo…\n"), WIDE.text(10, "x"));
        assertTrue(WIDE.text(0, "x").startsWith("…\n─\n"), WIDE.text(0, "x"));
    }

    @Test
    void charactersOutsideTheBasicPlaneAreOneWideAndControlCharactersCannotSteerTheTerminal() {
        TerminalColumn column = new TerminalColumn("h", false, List.of("𝄞𝄞\u001b[2J\n"));
        assertEquals(List.of("𝄞𝄞·[2J·"), column.cells());
        assertEquals(7, column.width());
    }

    @Test
    void namesThatEndAlikeKeepTheirFullName() {
        Table table = Table.create("t", StringColumn.create("source.size"), StringColumn.create("target.size"));
        assertEquals(
                "source.size  target.size",
                TerminalTable.of(table).text(80, "").lines().findFirst().orElse(""));
    }
}
