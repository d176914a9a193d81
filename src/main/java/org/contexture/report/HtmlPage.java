package org.contexture.report;

import java.util.List;
import org.contexture.chart.DataTable;
import org.contexture.chart.Markup;
import org.contexture.chart.Svg;
import org.contexture.figure.DecodedSentences;

/**
 * A report as one file of HTML that is XML as well. It loads nothing, and its policy forbids it to: style inside, charts as SVG, and
 * one script, known by its hash, that sorts tables. Without the script it is the same page, unsorted.
 */
final class HtmlPage implements Page {
    /** What tells that a file is a report, and its charts' names. */
    static final String GENERATOR = "Contexture report";

    private static final int PHONE = 360;
    private static final String STYLE = Resource.text("report.css");
    private static final String SCRIPT = Resource.text("report.js");

    private final Markup out = new Markup();

    private HtmlPage() {}

    static String of(Report report) {
        HtmlPage page = new HtmlPage();
        page.out.raw("<!DOCTYPE html>\n");
        page.out.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        page.head(report);
        page.body(report);
        return page.out.close().toString();
    }

    private void head(Report report) {
        out.open("head").leaf("meta", "charset", "utf-8");
        out.leaf("meta", "http-equiv", "Content-Security-Policy", "content", policy());
        out.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.leaf("meta", "name", "generator", "content", GENERATOR);
        out.leaf("meta", "name", "figures", "content", String.join(" ", report.pictureNames()));
        out.leaf("meta", "name", "color-scheme", "content", "light dark");
        out.text("title", report.title());
        out.open("style").raw(STYLE).close().close();
    }

    private static String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-"
                + Resource.sha256(SCRIPT) + "'; base-uri 'none'; form-action 'none'";
    }

    private void body(Report report) {
        out.open("body").text("a", "Skip to the report", "class", "skip", "href", "#report");
        out.open("header")
                .text("p", "Contexture report", "class", "eyebrow")
                .text("h1", report.title(), "dir", "auto")
                .text("p", report.subtitle(), "class", "subtitle", "dir", "auto");
        contents(report.sections());
        out.close().open("main", "id", "report");
        report.sections().forEach(this::section);
        out.close()
                .open("footer")
                .text("p", "Written by contexture report from the results alone: the same results give the same page.")
                .close();
        out.open("script").raw(SCRIPT).close().close();
    }

    private void contents(List<Section> sections) {
        out.open("nav", "aria-label", "Contents").open("ul");
        sections.forEach(section -> out.open("li")
                .text("a", section.title(), "href", "#" + section.id())
                .close());
        out.close().close();
    }

    private void section(Section section) {
        String title = section.id() + "-title";
        out.open("section", "id", section.id(), "aria-labelledby", title);
        out.text("h2", section.title(), "id", title);
        section.blocks().forEach(block -> block.on(this));
        out.close();
    }

    @Override
    public void words(String text) {
        out.text("p", text, "dir", "auto");
    }

    @Override
    public void lead(String text) {
        out.text("p", text, "class", "lead", "dir", "auto");
    }

    @Override
    public void notice(String text) {
        out.text("p", text, "class", "notice", "role", "note");
    }

    @Override
    public void points(List<String> texts) {
        out.open("ul", "class", "points");
        texts.forEach(text -> out.text("li", text, "dir", "auto"));
        out.close();
    }

    @Override
    public void facts(List<Block.Fact> facts) {
        list("facts", facts);
    }

    @Override
    public void keyFigures(List<Block.Fact> facts) {
        list("key-figures", facts);
    }

    private void list(String kind, List<Block.Fact> facts) {
        out.open("dl", "class", kind);
        facts.forEach(fact -> out.open("div")
                .text("dt", fact.name())
                .text("dd", fact.value(), "dir", "auto")
                .close());
        out.close();
    }

    @Override
    public void grid(SortableTable table) {
        new HtmlTable(out, table).write();
    }

    @Override
    public void picture(Block.Picture picture) {
        String name = picture.name();
        out.open("figure", "id", name, "aria-labelledby", name + "-caption");
        out.open("div", "class", "wide")
                .raw(Svg.inline(picture.chart(), name + "-wide"))
                .close();
        out.open("div", "class", "narrow")
                .raw(Svg.inline(picture.chart(), name + "-narrow", PHONE))
                .close();
        out.text("figcaption", picture.caption(), "id", name + "-caption", "dir", "auto");
        out.open("details", "class", "numbers").text("summary", "Numbers of this chart");
        scrolled(picture.chart().title(), DataTable.of(picture.chart()).html());
        out.close().close();
    }

    /** A wide table scrolls in a box of its own, by keys too. */
    private void scrolled(String label, String table) {
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label)
                .raw(table)
                .close();
    }

    @Override
    public void decoded(DecodedSentences sentences) {
        scrolled(sentences.title(), sentences.html());
    }

    @Override
    public void commands(List<String> lines) {
        out.open("pre", "tabindex", "0").open("code");
        lines.forEach(line -> out.characters(line).raw("\n"));
        out.close().close();
    }

    @Override
    public void folded(Block.Folded folded) {
        out.open("details", "class", "folded").text("summary", folded.summary());
        folded.content().on(this);
        out.close();
    }
}
