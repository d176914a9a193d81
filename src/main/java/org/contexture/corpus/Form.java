package org.contexture.corpus;

import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the forms of a file setting are given. */
final class Form {
    private Form() {}

    static boolean isWhole(@Nullable String source, @Nullable String target) {
        return (source == null) == (target == null);
    }

    static long count(@Nullable Object... forms) {
        return Stream.of(forms).filter(Objects::nonNull).count();
    }

    static String names(@Nullable String source, @Nullable String pairs, @Nullable String scan) {
        StringJoiner names = new StringJoiner(", ").setEmptyValue("none of them");
        if (source != null) {
            names.add("source with target");
        }
        if (pairs != null) {
            names.add("pairs");
        }
        if (scan != null) {
            names.add("scan");
        }
        return names.toString();
    }
}
