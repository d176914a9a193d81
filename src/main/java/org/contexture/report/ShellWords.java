package org.contexture.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines that a shell takes apart again as they were put together. */
final class ShellWords {
    private static final String PLAIN = "[A-Za-z0-9_./:=@%+,-]+";

    private ShellWords() {}

    static String joined(String program, List<?> words) {
        return Stream.concat(Stream.of(program), words.stream())
                .map(word -> quoted(String.valueOf(word)))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
