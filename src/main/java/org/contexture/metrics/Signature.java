package org.contexture.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything a score depends on beside the text, so that two scores can be compared: sacreBLEU's fields in its order
 * ({@code nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp}), then our version and the version of sacreBLEU that it equals.
 *
 * @param fields values by name, in order
 */
public record Signature(Map<String, String> fields) {
    /** Of these metrics; a change of any score changes it. */
    public static final String VERSION = "contexture-0.1";

    /** The version of sacreBLEU whose scores are met to the last digit. */
    public static final String COMPATIBLE = "2.6.0";

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("nrefs", "#"),
            Map.entry("bs", "bs"),
            Map.entry("ar", "ar"),
            Map.entry("seed", "rs"),
            Map.entry("case", "c"),
            Map.entry("eff", "e"),
            Map.entry("smooth", "s"),
            Map.entry("space", "s"),
            Map.entry("norm", "nr"),
            Map.entry("punct", "pn"),
            Map.entry("asian", "as"),
            Map.entry("version", "v"),
            Map.entry("sacrebleu-compat", "sb"));

    public Signature {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Of one segment set: the number of references, what the metric adds, and the versions. */
    static Signature of(String references, Map<String, String> metric) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("nrefs", references);
        fields.putAll(metric);
        fields.put("version", VERSION);
        fields.put("sacrebleu-compat", COMPATIBLE);
        return new Signature(fields);
    }

    /** With fields right after {@code nrefs}, where sacreBLEU writes resamples and seed. */
    Signature with(Map<String, String> resampling) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("nrefs", fields.getOrDefault("nrefs", ""));
        all.putAll(resampling);
        fields.forEach(all::putIfAbsent);
        return new Signature(all);
    }

    static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    /** With sacreBLEU's short names: {@code #:1|c:mixed|e:no|tok:13a|s:exp|v:…}. */
    public String shortForm() {
        return fields.entrySet().stream()
                .map(field -> shortName(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining("|"));
    }

    // TER calls its tokenizer t, BLEU tok.
    private String shortName(String name) {
        return name.equals("tok") && fields.containsKey("norm") ? "t" : SHORT.getOrDefault(name, name);
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ":" + field.getValue())
                .collect(Collectors.joining("|"));
    }
}
