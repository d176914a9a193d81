package org.contexture.results;

import java.util.Map;

/** Texts where some characters mean something. */
final class Escapes {
    private static final Map<Integer, String> LATEX = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '<', "$<$"),
            Map.entry((int) '>', "$>$"),
            Map.entry((int) '|', "$|$"),
            Map.entry((int) '±', "$\\pm$"),
            Map.entry((int) 'μ', "$\\mu$"),
            Map.entry((int) '×', "$\\times$"),
            Map.entry((int) '−', "$-$"),
            Map.entry((int) '–', "--"),
            Map.entry((int) '∞', "$\\infty$"));

    private Escapes() {}

    static String latex(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        escaped.append(LATEX.getOrDefault(c, Character.isISOControl(c) ? " " : Character.toString(c))));
        return escaped.toString();
    }

    static String markdown(String text) {
        return text.replaceAll("\\p{Cc}", " ").replaceAll("([\\\\|*_`<>\\[\\]&~$])", "\\\\$1");
    }

    /** For HTML, between tags and in quoted attributes. */
    static String html(String text) {
        return text.replaceAll("\\p{Cc}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String csv(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
