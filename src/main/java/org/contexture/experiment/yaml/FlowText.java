package org.contexture.experiment.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as a file would give them, on one line. */
public final class FlowText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.+/-]*");
    private static final List<String> OTHERWISE_READ = List.of("true", "false", "null");

    private FlowText() {}

    /** A value as tables hold it; what is off or absent in a section is left out. */
    public static String of(@Nullable Object value) {
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> section) {
            return section.entrySet().stream()
                    .filter(e -> e.getValue() != null && !Boolean.FALSE.equals(e.getValue()))
                    .map(e -> e.getKey() + ": " + of(e.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return value instanceof String text ? text(text) : String.valueOf(value);
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches() && !OTHERWISE_READ.contains(text)
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
