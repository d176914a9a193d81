package org.contexture.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.CRC32;
import org.contexture.setting.UserError;

/**
 * Figures as elements of HTML that draw themselves with the Plotly of a {@link PlotlyLibrary} in the same page. Where that is
 * missing the element says so and waits for it. Colours that a figure leaves open follow the page's, light or dark.
 */
public final class PlotlyPage {
    /** The name under which a figure's code finds its element. */
    public static final String TARGET = "figure";

    private PlotlyPage() {}

    /**
     * A chart with its description and, folded away, its numbers. Where no script runs, or Plotly is missing, it is an image: sites
     * that show notebooks often let neither scripts nor SVG through.
     */
    public static String of(Chart chart) {
        return box(script(Plotly.json(chart)), image(chart)) + "\n<p>" + Markup.escaped(chart.description())
                + "</p>\n<details><summary>The numbers</summary>\n"
                + DataTable.of(chart).html() + "</details>";
    }

    private static String image(Chart chart) {
        try {
            String png = Base64.getEncoder().encodeToString(Png.of(chart, Svg.WIDTH));
            return "<img alt=\"" + Markup.escaped(chart.title())
                    + "\" style=\"max-width:100%\" src=\"data:image/png;base64," + png + "\">";
        } catch (UserError e) { // a machine without fonts still has SVG
            return Svg.inline(chart);
        }
    }

    /**
     * A figure in Plotly's own JSON.
     *
     * @param figure an object with {@code data} and, where it has them, {@code layout} and {@code config}
     */
    public static String json(String figure) {
        return code(script(figure));
    }

    /**
     * A figure in JavaScript.
     *
     * @param code statements that draw into {@code document.getElementById(TARGET)}; their variables are their own
     */
    public static String code(String code) {
        return box(code, "This chart is drawn by JavaScript.");
    }

    private static String script(String figure) {
        return "var figure = " + figure + ";\nPlotly.newPlot(document.getElementById('" + TARGET
                + "'), figure.data, figure.layout, figure.config);";
    }

    private static String box(String code, String meanwhile) {
        // Named by what it draws, so that a notebook's file changes only where its figures do.
        String id = "f" + digest(code);
        String script = resource("figure.js").replace("$ID", id).replace("$TARGET", TARGET);
        return "<div data-figure=\"" + id + "\">" + meanwhile + "</div>\n<script>"
                + script.replace("$CODE", inScript(code)) + "</script>";
    }

    private static String digest(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** JavaScript that cannot end its script element early. */
    static String inScript(String code) {
        return code.replaceAll("(?i)</(?=script)", "<\\\\/").replace("<!--", "<\\!--");
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PlotlyPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of Contexture's own jar", e);
        }
    }
}
