package org.contexture.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.contexture.results.PaperTable.Cell;
import org.contexture.results.PaperTable.Column;
import org.contexture.results.PaperTable.Format;
import org.junit.jupiter.api.Test;

class PaperTableTest {
    private static final PaperTable TABLE = new PaperTable(List.of(
            Column.of("cell", false, List.of("gru", "lstm_2", "rnn")),
            new Column(
                    "loss ± sd",
                    true,
                    List.of(new Cell("", false), new Cell("−0.25", true), new Cell("+10.50", false))),
            Column.of("95 % CI", true, List.of("", "[−0.5, −0.1]", "[9.0, 12.0]"))));

    @Test
    void aTerminalShowsAStarForBoldAndKeepsTheDigitsInLine() {
        String expected =
                """
                cell    loss ± sd       95 % CI
                ───────────────────────────────
                gru
                lstm_2     −0.25*  [−0.5, −0.1]
                rnn       +10.50    [9.0, 12.0]
                """;
        assertEquals(expected, TABLE.text(Format.TEXT, 80));
    }

    @Test
    void aTableWithoutBoldHasNoRoomForStars() {
        PaperTable plain = new PaperTable(List.of(Column.of("n", true, List.of("1", "10"))));
        assertEquals(" n\n──\n 1\n10\n", plain.text(Format.TEXT, 80));
    }

    @Test
    void aNarrowTerminalSaysHowToSeeTheRest() {
        String text = TABLE.text(Format.TEXT, 20);
        assertEquals(
                "Too wide for this terminal: 95 % CI. --format csv prints the whole table.",
                text.lines().reduce("", (before, line) -> line));
    }

    @Test
    void markdownHasARuleThatAlignsNumbersAndBoldBetweenStars() {
        String expected =
                """
                | cell | loss ± sd | 95 % CI |
                | --- | ---: | ---: |
                | gru |  |  |
                | lstm\\_2 | **−0.25** | \\[−0.5, −0.1\\] |
                | rnn | +10.50 | \\[9.0, 12.0\\] |
                """;
        assertEquals(expected, TABLE.text(Format.MARKDOWN, 0));
    }

    @Test
    void latexHasTheRulesOfBooktabs() {
        String expected =
                """
                \\begin{tabular}{lrr}
                \\toprule
                cell & loss $\\pm$ sd & 95 \\% CI \\\\
                \\midrule
                gru &  &  \\\\
                lstm\\_2 & \\textbf{$-$0.25} & [$-$0.5, $-$0.1] \\\\
                rnn & +10.50 & [9.0, 12.0] \\\\
                \\bottomrule
                \\end{tabular}
                """;
        assertEquals(expected, TABLE.text(Format.LATEX, 0));
    }

    @Test
    void csvHasAsciiMinusesAndQuotesWhatHasCommas() {
        String expected =
                """
                cell,loss ± sd,95 % CI
                gru,,
                lstm_2,-0.25,"[-0.5, -0.1]"
                rnn,+10.50,"[9.0, 12.0]"
                """;
        assertEquals(expected, TABLE.text(Format.CSV, 0));
    }

    @Test
    void rowsAreCountedWithoutTheHeader() {
        assertEquals(3, TABLE.rows());
        assertEquals(0, new PaperTable(List.of()).rows());
    }

    @Test
    void headersAreEscapedAsCellsAre() {
        PaperTable table = new PaperTable(List.of(Column.of("a|b,c&", false, List.of())));
        assertEquals("| a\\|b,c\\& |\n| --- |\n", table.text(Format.MARKDOWN, 0));
        assertEquals("\"a|b,c&\"\n", table.text(Format.CSV, 0));
        assertEquals(
                "a$|$b,c\\& \\\\",
                table.text(Format.LATEX, 0).lines().skip(2).findFirst().orElse(""));
    }

    @Test
    void boldCellsAreEscapedToo() {
        PaperTable table = new PaperTable(List.of(new Column("h", false, List.of(new Cell("a_b", true)))));
        assertEquals("| h |\n| --- |\n| **a\\_b** |\n", table.text(Format.MARKDOWN, 0));
    }

    @Test
    void everyCharacterThatMeansSomethingToLatexIsEscaped() {
        assertEquals(
                "\\textbackslash{}\\textasciitilde{}\\textasciicircum{}\\&\\%\\$\\#\\_\\{\\}",
                Escapes.latex("\\~^&%$#_{}"));
        assertEquals("$\\pm$$\\mu$$\\times$$-$--$\\infty$", Escapes.latex("±μ×−–∞"));
        assertEquals("$<$$>$$|$", Escapes.latex("<>|"), "¡, ¿ and — in TeX's own font encoding");
        assertEquals("a-b + é 𝄞", Escapes.latex("a-b + é 𝄞"));
    }

    @Test
    void everyCharacterThatMeansSomethingToMarkdownIsEscaped() {
        assertEquals("\\|\\*\\_\\`\\<\\>\\[\\]\\\\\\&\\~\\$", Escapes.markdown("|*_`<>[]\\&~$"));
        assertEquals("a-b + é 𝄞", Escapes.markdown("a-b + é 𝄞"));
    }

    @Test
    void aCellCannotBecomeHtmlOrEndItsBackslash() {
        assertEquals("\\<script\\>alert(1)\\</script\\>", Escapes.markdown("<script>alert(1)</script>"));
        assertEquals("\\&lt;b\\&gt;", Escapes.markdown("&lt;b&gt;"));
        assertEquals("\\\\\\|", Escapes.markdown("\\|"));
    }

    @Test
    void csvQuotesQuotesCommasAndLineBreaksOnly() {
        assertEquals("\"say \"\"a\"\"\"", Escapes.csv("say \"a\""));
        assertEquals("\"a,b\"", Escapes.csv("a,b"));
        assertEquals("\"a\nb\"", Escapes.csv("a\nb"));
        assertEquals("\"a\rb\"", Escapes.csv("a\rb"));
        assertEquals("a b;c|d", Escapes.csv("a b;c|d"));
    }

    @Test
    void controlCharactersBecomeBlanksOrDots() {
        String dangerous = "a\nb\u001b[2J\u0085\u009b";
        assertEquals("a b [2J  ", Escapes.latex(dangerous));
        assertEquals("a b \\[2J  ", Escapes.markdown(dangerous));
        PaperTable table = new PaperTable(List.of(Column.of(dangerous, false, List.of(dangerous))));
        String text = table.text(Format.TEXT, 80);
        assertEquals("a·b·[2J··", text.lines().findFirst().orElse(""));
        assertFalse(text.contains("\u001b"));
    }

    /** Else a bracket after a line's end would be its argument. */
    @Test
    void aLatexRowMayBeginWithABracketOrAStar() {
        PaperTable table = new PaperTable(List.of(PaperTable.Column.of("x", false, List.of("[a]", "*b", "c"))));
        List<String> lines = table.text(PaperTable.Format.LATEX, 0).lines().toList();
        assertEquals(List.of("{}[a] \\\\", "{}*b \\\\", "c \\\\"), lines.subList(4, 7));
    }

    @Test
    void htmlIsEscapedAndAligned() {
        PaperTable table = new PaperTable(List.of(
                Column.of("<name>", false, List.of("<script>alert('x')</script>")),
                new Column("n", true, List.of(new Cell("1 & 2", true)))));
        assertEquals(
                """
                <table>
                <thead><tr><th scope="col" style="text-align:left">&lt;name&gt;</th><th scope="col" style="text-align:right">n</th></tr></thead>
                <tbody>
                <tr><td style="text-align:left">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</td><td style="text-align:right"><strong>1 &amp; 2</strong></td></tr>
                </tbody>
                </table>
                """,
                table.text(Format.HTML, 80));
    }
}
