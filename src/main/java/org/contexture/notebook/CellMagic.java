package org.contexture.notebook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that begin with % where Java's code could begin. */
final class CellMagic {
    private static final Pattern LINE = Pattern.compile("(?<mark>%{1,2})(?<name>\\w*)(?<words>[^\\n]*)\\n?");

    /** What magics do. */
    interface Actions {
        /** Adds jars and folders, each of which may hold wildcards. */
        void addToClasspath(List<String> paths);
    }

    private final Actions actions;

    CellMagic(Actions actions) {
        this.actions = actions;
    }

    static boolean begins(String code) {
        return code.startsWith("%");
    }

    /**
     * Runs the line that code begins with.
     *
     * @return its length
     * @throws CellFailure for one that is not known
     */
    int run(String code) {
        Matcher line = LINE.matcher(code);
        if (!line.lookingAt()
                || !line.group("mark").equals("%")
                || !line.group("name").equals("classpath")) {
            throw unknown(code.lines().findFirst().orElse(code).strip());
        }
        String words = line.group("words").strip();
        if (!words.isEmpty()) {
            actions.addToClasspath(List.of(words.split("\\s+")));
        }
        return line.end();
    }

    private static CellFailure unknown(String line) {
        String message =
                "found " + line + "; this kernel knows %classpath FILES alone. Contexture, Tablesaw and ND4J are on its"
                        + " class path already; take %maven and others to JJava";
        return new CellFailure("UnknownMagic", message, List.of(CellText.red("UnknownMagic: " + message)));
    }
}
