package org.contexture.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment varies: the settings named in the file and every point of their grid, in order. The first axis
 * varies slowest. Without a sweep there are no axes and one point.
 */
public record Sweep(List<Axis> axes, List<Point> points) {
    public Sweep {
        axes = List.copyOf(axes);
        points = List.copyOf(points);
    }

    /** A setting's dotted path and the values it takes, in file order, in the form of {@link FlatSettings}. */
    public record Axis(String path, List<@Nullable Object> values) {
        public Axis {
            values = Collections.unmodifiableList(values);
        }
    }

    /** One value for each axis, by path, and the settings with those values put in. */
    public record Point(Map<String, @Nullable Object> values, Settings settings) {
        public Point {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
