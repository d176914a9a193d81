package org.contexture.experiment.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.contexture.experiment.yaml.Place;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;

/** Which settings a section gives values already, so that none gets two. */
final class Scope {
    private final Map<String, Place> taken;
    private final Problems problems;

    Scope(Problems problems) {
        this(new LinkedHashMap<>(), problems);
    }

    private Scope(Map<String, Place> taken, Problems problems) {
        this.taken = taken;
        this.problems = problems;
    }

    /** For what is varied under a condition: it has all of this, but its own settings are free elsewhere. */
    Scope inner() {
        return new Scope(new LinkedHashMap<>(taken), problems);
    }

    /** Takes a setting; a problem if it, a part of it or what it is a part of is taken. */
    boolean take(ScalarNode key) {
        String path = key.text();
        for (Map.Entry<String, Place> other : taken.entrySet()) {
            if (Assignment.overlap(path, other.getKey())) {
                problems.add(key.place(), "sweep", refusal(path, other.getKey(), other.getValue(), key.place()));
                return false;
            }
        }
        taken.put(path, key.place());
        return true;
    }

    /** Whether this section gives a setting a value. */
    boolean has(String path) {
        return taken.containsKey(path);
    }

    private static String refusal(String path, String other, Place there, Place here) {
        return path.equals(other)
                ? "found " + path + " a second time; expected each setting once, and " + there.from(here)
                        + " has it already"
                : "found " + path + " beside " + other + "; expected settings that do not contain each other";
    }
}
