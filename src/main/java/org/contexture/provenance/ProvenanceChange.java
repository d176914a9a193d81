package org.contexture.provenance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact of where results come from that is another now.
 *
 * @param key dotted path, such as {@code jvm.version}
 * @param kept what the results say, shortened
 * @param now what holds here, shortened
 */
public record ProvenanceChange(String key, String kept, String now) {
    private static final int LONGEST = 60;
    /** What differs between any two runs and decides nothing. */
    private static final Set<String> PASSING = Set.of(
            "start",
            "command",
            "workingDirectory",
            "experimentFile",
            "host",
            "jvm.flags",
            "jvm.maxHeapBytes",
            "os.memoryBytes",
            "environment.CONTEXTURE_HOME",
            "environment.JAVA_HOME",
            "environment.SLURM_JOB_ID",
            "environment.SLURM_ARRAY_JOB_ID",
            "environment.SLURM_ARRAY_TASK_ID");

    /** Facts that both tell and that differ, in the kept order; those that decide no result are left out. */
    public static List<ProvenanceChange> between(
            Map<String, ? extends @Nullable Object> kept, Map<String, ? extends @Nullable Object> now) {
        Map<String, String> before = flat(kept);
        Map<String, String> here = flat(now);
        List<ProvenanceChange> changes = new ArrayList<>();
        before.forEach((key, value) -> {
            String other = here.get(key);
            if (other != null && !other.equals(value) && !PASSING.contains(key)) {
                changes.add(new ProvenanceChange(key, shortened(value), shortened(other)));
            }
        });
        return changes;
    }

    private static Map<String, String> flat(Map<String, ? extends @Nullable Object> facts) {
        Map<String, String> flat = new LinkedHashMap<>();
        facts.forEach((key, value) -> put(flat, key, value));
        return flat;
    }

    private static void put(Map<String, String> flat, String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> put(flat, path + "." + key, inner));
        } else if (value != null) {
            flat.put(path, String.valueOf(value));
        }
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
