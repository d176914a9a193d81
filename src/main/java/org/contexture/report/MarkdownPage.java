package org.contexture.report;

import java.util.List;
import java.util.stream.Collectors;
import org.contexture.chart.Markdown;
import org.contexture.figure.DecodedSentences;
import org.contexture.figure.Difference;
import org.contexture.report.SortableTable.Cell;
import org.contexture.report.SortableTable.Column;

/** A report as Markdown that GitHub shows, with its charts as images beside it. */
final class MarkdownPage implements Page {
    /** The first line of each. */
    static final String GENERATOR = "<!-- Contexture report -->";

    /** GitHub shows no file of more than 512 kB. */
    private static final int MOST_ROWS = 200;

    private final StringBuilder out = new StringBuilder(GENERATOR).append("\n\n");

    private MarkdownPage() {}

    static String of(Report report) {
        MarkdownPage page = new MarkdownPage();
        page.out.append("# ").append(Markdown.escaped(report.title())).append("\n\n");
        page.words(report.subtitle());
        for (Section section : report.sections()) {
            page.out.append("## ").append(section.title()).append("\n\n");
            section.blocks().forEach(block -> block.on(page));
        }
        return page.out.toString().stripTrailing() + "\n";
    }

    @Override
    public void words(String text) {
        out.append(Markdown.escaped(text)).append("\n\n");
    }

    @Override
    public void lead(String text) {
        out.append("**").append(Markdown.escaped(text.strip())).append("**\n\n");
    }

    @Override
    public void notice(String text) {
        out.append("> **").append(Markdown.escaped(text)).append("**\n\n");
    }

    @Override
    public void points(List<String> texts) {
        texts.forEach(text -> out.append("* ").append(Markdown.escaped(text)).append('\n'));
        out.append('\n');
    }

    @Override
    public void facts(List<Block.Fact> facts) {
        out.append("| | |\n| --- | --- |\n");
        facts.forEach(fact -> row(List.of(Markdown.escaped(fact.name()), Markdown.escaped(fact.value()))));
        out.append('\n');
    }

    @Override
    public void keyFigures(List<Block.Fact> facts) {
        facts(facts);
    }

    private void row(List<String> cells) {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    @Override
    public void grid(SortableTable whole) {
        SortableTable table = whole.first(MOST_ROWS);
        words(whole.caption()
                + (table.rows() < whole.rows() ? " (the best " + MOST_ROWS + " of " + whole.rows() + ")" : "") + ".");
        row(table.columns().stream().map(MarkdownPage::title).toList());
        row(table.columns().stream()
                .map(column -> column.number() ? "---:" : "---")
                .toList());
        for (int place = 0; place < table.rows(); place++) {
            int row = place;
            row(table.columns().stream().map(column -> cell(column, row)).toList());
        }
        out.append('\n');
    }

    private static String title(Column column) {
        return Markdown.escaped(column.unit().isEmpty() ? column.title() : column.title() + ", " + column.unit());
    }

    private static String cell(Column column, int row) {
        Cell cell = column.cells().get(row);
        String text = Markdown.escaped(cell.text());
        return column.bestRow().orElse(-1) == row ? "**" + text + "**" : text;
    }

    @Override
    public void picture(Block.Picture picture) {
        out.append("![")
                .append(Markdown.escaped(picture.chart().title()))
                .append("](figures/")
                .append(picture.name())
                .append(".png)\n\n");
        words(picture.caption());
    }

    @Override
    public void decoded(DecodedSentences sentences) {
        row(List.of("\\#", "source", "reference", "decoded"));
        row(List.of("---:", "---", "---", "---"));
        sentences
                .sentences()
                .forEach(sentence -> row(List.of(
                        Integer.toString(sentence.number()),
                        Markdown.escaped(sentence.source()),
                        Markdown.escaped(sentence.reference()),
                        marked(sentence.difference()))));
        out.append('\n');
    }

    private static String marked(List<Difference.Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece.kind()) {
                    case BOTH -> Markdown.escaped(piece.token());
                    case MISSING -> "<del>" + Markdown.escaped(piece.token()) + "</del>";
                    case EXTRA -> "<ins>" + Markdown.escaped(piece.token()) + "</ins>";
                })
                .collect(Collectors.joining(" "));
    }

    /** Longer fences than any inside. */
    @Override
    public void commands(List<String> lines) {
        String all = lines.stream().map(line -> line.replaceAll("\\p{Cc}", " ")).collect(Collectors.joining("\n"));
        String fence = "```";
        while (all.contains(fence)) {
            fence += "`";
        }
        out.append(fence).append("sh\n").append(all).append('\n').append(fence).append("\n\n");
    }

    /** The summary is a paragraph: Markdown inside HTML is read otherwise by each program. */
    @Override
    public void folded(Block.Folded folded) {
        words(folded.summary() + ":");
        folded.content().on(this);
    }
}
