package org.contexture.chart;

import java.util.ArrayDeque;
import java.util.Deque;

/** XML in the making. Everything that comes in is escaped, and what XML cannot hold is replaced. */
public final class Markup {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn; doubles are written to a hundredth
     */
    public Markup open(String element, Object... attributes) {
        tag(element, attributes).append('>');
        open.push(element);
        return this;
    }

    /** Ends the element that was begun last. */
    public Markup close() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element with nothing inside. */
    public Markup leaf(String element, Object... attributes) {
        tag(element, attributes).append("/>\n");
        return this;
    }

    /** An element with text inside. */
    public Markup text(String element, String content, Object... attributes) {
        return open(element, attributes).characters(content).close();
    }

    /** An element that shows a text when somebody points at it. */
    public Markup told(String tooltip, String element, Object... attributes) {
        return open(element, attributes).text("title", tooltip).close();
    }

    /** Text. */
    public Markup characters(String content) {
        text.append(escaped(content));
        return this;
    }

    /** What is markup already. */
    public Markup raw(CharSequence markup) {
        text.append(markup);
        return this;
    }

    private StringBuilder tag(String element, Object... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(written(attributes[i + 1]))).append('"');
        }
        return text;
    }

    private static String written(Object value) {
        return value instanceof Double number ? Numerals.coordinate(number) : value.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Text as it may stand between tags and in quoted attributes, in HTML and in XML. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(c, escaped));
        return escaped.toString();
    }

    private static void append(int c, StringBuilder to) {
        switch (c) {
            case '&' -> to.append("&amp;");
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            case '"' -> to.append("&quot;");
            case '\'' -> to.append("&#39;");
            case '\t', '\n', '\r' -> to.append(' ');
            default -> to.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
        }
    }

    /** XML 1.0, production 2, without the C1 controls that it advises against. */
    private static boolean isAllowed(int c) {
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !Character.isISOControl(c) && !surrogate && (c & 0xFFFE) != 0xFFFE;
    }
}
