package org.contexture.experiment.sweep;

import java.util.Arrays;
import java.util.List;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.jspecify.annotations.Nullable;

/**
 * A setting that a sweep gives a value.
 *
 * @param path dotted
 * @param node the value as written, with its place
 * @param value the same as tables hold it; null for null, and for a value that does not fit
 * @param fits whether the value fits its setting
 */
public record Assignment(String path, YamlNode node, @Nullable Object value, boolean fits) {
    List<String> steps() {
        return Arrays.asList(path.split("\\.", -1));
    }

    /** Whether two paths name the same setting, or one is a section with the other in it. */
    static boolean overlap(String a, String b) {
        return a.equals(b) || a.startsWith(b + ".") || b.startsWith(a + ".");
    }

    @Override
    public String toString() {
        return path + "=" + (fits ? ScalarNode.quote(String.valueOf(value)) : "?");
    }
}
