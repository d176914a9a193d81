package org.contexture.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart as SVG, without scripts: the same chart gives the same bytes.
 *
 * <p>Groups have classes: {@code chart-title}, {@code legend}, {@code panel}, and in each panel {@code panel-title}, {@code axis},
 * {@code axis-title}, {@code trace} (one for each mark) and {@code no-data}. What can be pointed at has a {@code title}.
 */
public final class Svg {
    /** The width that a chart is drawn for unless said otherwise, in pixels. */
    public static final int WIDTH = 720;

    private static final String PAGES_OWN = "currentColor";
    private static final String DARK = "#222222";
    private static final String FONTS = "system-ui, 'DejaVu Sans', sans-serif";

    private Svg() {}

    /** A document of its own, for a paper or an image: dark ink on white paper, {@value #WIDTH} pixels wide. */
    public static String standalone(Chart chart) {
        return standalone(chart, FONTS);
    }

    /** In the first of these fonts that is there. */
    static String standalone(Chart chart, String fonts) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + drawn(Drawing.of(chart, WIDTH), DARK, prefix(chart), fonts);
    }

    /** An element for a page whose ids are the chart's own. */
    public static String inline(Chart chart) {
        return inline(chart, prefix(chart));
    }

    /**
     * An element for a page: ink of the colour of the text around, no background, as wide as the page allows up to {@value #WIDTH}
     * pixels.
     *
     * @param prefix what the element's ids start with: letters, digits and hyphens, once on a page
     */
    public static String inline(Chart chart, String prefix) {
        return inline(chart, prefix, WIDTH);
    }

    /**
     * The same, laid out for a width: panels stand below one another where it is small, such as 360 for a phone.
     *
     * @param width in pixels, at least 240
     */
    public static String inline(Chart chart, String prefix, int width) {
        return drawn(Drawing.of(chart, Math.max(240, width)), PAGES_OWN, prefix, FONTS);
    }

    private static String prefix(Chart chart) {
        return String.format(Locale.ROOT, "chart-%08x", chart.toString().hashCode());
    }

    private static String drawn(Drawing drawing, String ink, String prefix, String fonts) {
        boolean alone = !ink.equals(PAGES_OWN);
        Markup out = new Markup();
        open(out, drawing, prefix, alone);
        out.text("title", drawing.chart().title(), "id", prefix + "-title");
        out.text("desc", drawing.chart().description(), "id", prefix + "-desc");
        if (alone) {
            out.leaf("rect", "class", "paper", "width", drawing.width(), "height", drawing.height(), "fill", "#ffffff");
        }
        out.open("g", "fill", ink, "font-family", fonts);
        drawing.draw(new Pen(out, ink, prefix, drawing.chart().series()));
        return out.close().close().toString();
    }

    private static void open(Markup out, Drawing drawing, String prefix, boolean alone) {
        String width = Numerals.coordinate(drawing.width());
        String height = Numerals.coordinate(drawing.height());
        String style = "display:block;width:100%;max-width:" + width + "px;height:auto";
        List<Object> attributes = new ArrayList<>(List.of("xmlns", "http://www.w3.org/2000/svg", "role", "img"));
        attributes.addAll(List.of("aria-labelledby", prefix + "-title " + prefix + "-desc"));
        attributes.addAll(List.of("viewBox", "0 0 " + width + " " + height));
        attributes.addAll(
                alone ? List.of("width", width, "height", height) : List.of("class", "chart", "style", style));
        out.open("svg", attributes.toArray());
    }
}
