package org.contexture.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.contexture.provenance.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Names for the points of a sweep. A point is named by its swept values in the order of their keys, joined by '-': a word
 * stands alone ({@code gru}), anything else follows the last part of its key ({@code hidden64}), list items are joined by
 * '+', and '-' inside a word becomes '_'. Without a sweep, cell, context and hidden name the one point.
 *
 * <p>A name depends only on the point's own values and their keys, so it stays when others are added to the file. Where
 * the plain name would lose something (capitals, other characters, length), eight digits of a hash of the values follow.
 * Names are distinct even where case does not count, and are file names on Linux, macOS and Windows.
 */
final class TrialId {
    /** Leaves room in 100 characters for {@code -s} and the longest seed. */
    private static final int LONGEST = 78;

    private static final int HASH = 8;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern LOST = Pattern.compile("[^a-z0-9.+]");
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final List<String> UNSWEPT = List.of("model.cell", "model.context", "model.hidden");

    private TrialId() {}

    /** Whether Windows keeps a name for a device. */
    static boolean isReserved(String name) {
        return RESERVED.matcher(name).matches();
    }

    /** A name for each point, in the order of the points; of several that would share one, the first has it. */
    static List<String> configurations(Sweep sweep) {
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> distinct = new ArrayList<>();
        for (Sweep.Point point : sweep.points()) {
            String plain = name(point);
            String name = taken.add(plain) ? plain : hashed(plain, values(point));
            taken.add(name);
            distinct.add(name);
        }
        return distinct;
    }

    private static String name(Sweep.Point point) {
        Map<String, @Nullable Object> values = values(point);
        List<String> parts = new ArrayList<>();
        boolean isExact = true;
        for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
            String value = text(entry.getValue());
            String safe = LOST.matcher(value.toLowerCase(Locale.ROOT).replace('-', '_'))
                    .replaceAll("_");
            isExact &= safe.equals(value.replace('-', '_')) && value.indexOf('_') < 0;
            boolean isWord =
                    entry.getValue() instanceof String && WORD.matcher(value).matches() && !isReserved(value);
            parts.add(
                    isWord || (entry.getValue() instanceof List<?> list && list.get(0) instanceof String)
                            ? safe
                            : label(entry.getKey(), values) + safe);
        }
        String name = String.join("-", parts);
        return isExact && name.length() <= LONGEST ? name : hashed(name, values);
    }

    /** The last part of a key, or the whole key with '.' where two swept keys end alike. */
    private static String label(String path, Map<String, ?> values) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        long alike =
                values.keySet().stream().filter(key -> key.endsWith("." + last)).count();
        return alike > 1 ? path : last;
    }

    private static Map<String, @Nullable Object> values(Sweep.Point point) {
        if (!point.values().isEmpty()) {
            return point.values();
        }
        Map<String, @Nullable Object> flat = FlatSettings.of(point.settings());
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        UNSWEPT.forEach(path -> named.put(path, flat.get(path)));
        return named;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof List<?> list) {
            return String.join("+", list.stream().map(TrialId::text).toList());
        }
        if (value instanceof Map<?, ?> section) {
            return String.join(
                    "+",
                    section.entrySet().stream()
                            .map(TrialId::leaf)
                            .filter(s -> !s.isEmpty())
                            .toList());
        }
        return String.valueOf(value);
    }

    /** What a section's entry adds to a name: nothing if it is off or absent, its key alone if it is on. */
    private static String leaf(Map.Entry<?, ?> entry) {
        Object value = entry.getValue();
        if (value == null || Boolean.FALSE.equals(value)) {
            return "";
        }
        return entry.getKey() + (Boolean.TRUE.equals(value) ? "" : text(value));
    }

    private static String hashed(String name, Map<String, @Nullable Object> values) {
        StringBuilder exact = new StringBuilder();
        values.forEach(
                (path, value) -> exact.append(path).append('=').append(value).append('\n'));
        String start = name.substring(0, Math.min(name.length(), LONGEST - HASH - 1));
        return start + "-" + Sha256.of(exact.toString()).substring(0, HASH);
    }
}
