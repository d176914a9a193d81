package org.contexture.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says why results that a folder already has under a trial's name are not those of the trial. */
public final class Reuse {
    private static final int SHOWN = 4;
    /** A trial's id and the digits of its identity. */
    private static final Pattern NAMED = Pattern.compile("(.+)-[0-9a-f]{8}");

    private Reuse() {}

    /**
     * A sentence for each reason, with how many trials it concerns.
     *
     * @param open trials that are about to be run
     */
    public static List<String> refused(ResultFolder results, FrozenPlan plan, List<FrozenTrial> open) {
        Map<String, String> others = new HashMap<>();
        for (String name : results.others(plan)) {
            Matcher parts = NAMED.matcher(name);
            if (parts.matches()) others.putIfAbsent(parts.group(1), name);
        }
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (FrozenTrial trial : open) {
            String other = others.get(trial.id());
            if (other != null) {
                new TrialFolder(results.trials().resolve(other))
                        .description()
                        .ifPresent(old -> reasons.merge(reason(old, trial), 1, Integer::sum));
            }
        }
        List<String> sentences = new ArrayList<>();
        reasons.forEach((reason, count) -> sentences.add("Not reused: results of " + count
                + (count == 1 ? " trial" : " trials") + " of the same name, because " + reason
                + "; they stay where they are."));
        return sentences;
    }

    private static String reason(Map<String, @Nullable Object> old, FrozenTrial trial) {
        List<String> changed = new ArrayList<>();
        if (old.get("settings") instanceof Map<?, ?> settings) {
            changed.addAll(settings(settings, trial.trial().settings()));
        }
        if (!trial.corpusSha256().equals(old.get("corpusSha256"))) changed.add("the sentence pairs are others");
        if (!trial.engine().equals(old.get("engine")))
            changed.add("Contexture's code or its native library is another");
        int more = changed.size() - SHOWN;
        return String.join(", ", changed.subList(0, Math.min(SHOWN, changed.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static List<String> settings(Map<?, ?> old, Map<String, @Nullable Object> now) {
        Set<String> keys = new LinkedHashSet<>();
        old.keySet().forEach(key -> keys.add(String.valueOf(key)));
        keys.addAll(now.keySet());
        List<String> changed = new ArrayList<>();
        for (String key : keys) {
            String before = String.valueOf(old.get(key));
            String after = String.valueOf(now.get(key));
            if (!Objects.equals(before, after)) changed.add(key + " was " + before + " and is " + after);
        }
        return changed;
    }
}
