package org.contexture.results;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A table of texts that can be printed in a terminal or pasted into a paper.
 *
 * @param columns all of the same length
 */
public record PaperTable(List<Column> columns) {
    /**
     * A column.
     *
     * @param number whether it is aligned to the right
     */
    public record Column(String header, boolean number, List<Cell> cells) {
        public Column {
            cells = List.copyOf(cells);
        }

        private List<String> starred() {
            String other = cells.stream().anyMatch(Cell::bold) ? " " : "";
            return cells.stream()
                    .map(cell -> cell.text() + (cell.bold() ? "*" : other))
                    .toList();
        }

        /** Of plain texts. */
        public static Column of(String header, boolean number, List<String> texts) {
            return new Column(
                    header,
                    number,
                    texts.stream().map(text -> new Cell(text, false)).toList());
        }
    }

    /**
     * A cell.
     *
     * @param bold whether it stands out
     */
    public record Cell(String text, boolean bold) {}

    /** How a table can be written. */
    public enum Format {
        /** Aligned columns. */
        TEXT,
        /** A table of GitHub's Markdown. */
        MARKDOWN,
        /** A tabular of LaTeX with the rules of the package booktabs. */
        LATEX,
        /** Comma-separated values (RFC 4180). */
        CSV,
        /** A table element. */
        HTML
    }

    public PaperTable {
        columns = List.copyOf(columns);
    }

    /**
     * The table as text.
     *
     * @param width of the terminal, for {@link Format#TEXT}
     */
    public String text(Format format, int width) {
        return switch (format) {
            case TEXT -> terminal(width);
            case MARKDOWN -> markdown();
            case LATEX -> latex();
            case CSV -> csv();
            case HTML -> html();
        };
    }

    /** How many rows there are. */
    public int rows() {
        return columns.stream().mapToInt(column -> column.cells().size()).max().orElse(0);
    }

    // A terminal has no bold that every log keeps; a star says the same, and a blank elsewhere keeps the digits in
    // line.
    private String terminal(int width) {
        return new TerminalTable(columns.stream()
                        .map(column -> new TerminalColumn(column.header(), column.number(), column.starred()))
                        .toList())
                .text(width, "--format csv prints the whole table.");
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(line(columns.stream().map(c -> Escapes.markdown(c.header())).toList(), "| ", " | ", " |\n"));
        text.append(line(columns.stream().map(c -> c.number() ? "---:" : "---").toList(), "| ", " | ", " |\n"));
        Function<Cell, String> cell =
                c -> c.bold() ? "**" + Escapes.markdown(c.text()) + "**" : Escapes.markdown(c.text());
        rows(cell).forEach(row -> text.append(line(row, "| ", " | ", " |\n")));
        return text.toString();
    }

    private String latex() {
        StringBuilder text = new StringBuilder("\\begin{tabular}{");
        columns.forEach(column -> text.append(column.number() ? 'r' : 'l'));
        text.append("}\n\\toprule\n");
        text.append(line(columns.stream().map(c -> Escapes.latex(c.header())).toList(), "", " & ", " \\\\\n"));
        text.append("\\midrule\n");
        Function<Cell, String> cell =
                c -> c.bold() ? "\\textbf{" + Escapes.latex(c.text()) + "}" : Escapes.latex(c.text());
        rows(cell).forEach(row -> text.append(line(row, guard(row.get(0)), " & ", " \\\\\n")));
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    /** After a line's {@code \\\\}, LaTeX would take a bracket or star for its argument. */
    private static String guard(String first) {
        return first.startsWith("[") || first.startsWith("*") ? "{}" : "";
    }

    // Programs that read numbers know only ASCII's minus.
    private String csv() {
        StringBuilder text = new StringBuilder();
        text.append(line(columns.stream().map(c -> Escapes.csv(c.header())).toList(), "", ",", "\n"));
        rows(c -> Escapes.csv(c.text().replace('−', '-'))).forEach(row -> text.append(line(row, "", ",", "\n")));
        return text.toString();
    }

    private String html() {
        StringBuilder text = new StringBuilder("<table>\n<thead><tr>");
        columns.forEach(c -> text.append("<th scope=\"col\"")
                .append(aligned(c))
                .append(Escapes.html(c.header()))
                .append("</th>"));
        text.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < rows(); i++) {
            text.append("<tr>");
            for (Column column : columns) {
                Cell cell = column.cells().get(i);
                String words = Escapes.html(cell.text());
                text.append("<td")
                        .append(aligned(column))
                        .append(cell.bold() ? "<strong>" + words + "</strong>" : words);
                text.append("</td>");
            }
            text.append("</tr>\n");
        }
        return text.append("</tbody>\n</table>\n").toString();
    }

    private static String aligned(Column column) {
        return " style=\"text-align:" + (column.number() ? "right" : "left") + "\">";
    }

    private List<List<String>> rows(Function<Cell, String> written) {
        return IntStream.range(0, rows())
                .mapToObj(i -> columns.stream()
                        .map(column -> written.apply(column.cells().get(i)))
                        .toList())
                .toList();
    }

    private static String line(List<String> cells, String before, String between, String after) {
        return before + String.join(between, cells) + after;
    }
}
