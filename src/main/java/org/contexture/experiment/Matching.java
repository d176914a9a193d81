package org.contexture.experiment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.VocabularySizes;
import org.contexture.experiment.Sweep.Axis;
import org.contexture.experiment.Sweep.Point;
import org.contexture.model.ModelSettings;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/** Chooses the widths that come closest to budgets of parameters. */
final class Matching {
    private final Function<CorpusSettings, VocabularySizes> vocabularies;

    Matching(Function<CorpusSettings, VocabularySizes> vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * The sweep with every width chosen.
     *
     * @throws UserError if two points come to the same settings
     */
    Sweep of(Sweep sweep, String file) {
        List<Point> points = sweep.points().stream().map(this::closed).toList();
        Map<Settings, Point> seen = new HashMap<>();
        for (Point point : points) {
            Point same = seen.putIfAbsent(point.settings(), point);
            if (same != null) {
                throw new UserError(file + ": match gives two points of the sweep the same settings, " + same.values()
                        + " and " + point.values() + "; expected each trial once, so exclude one of them");
            }
        }
        Map<String, Set<@Nullable Object>> named = new LinkedHashMap<>();
        for (Axis axis : sweep.axes()) {
            named.put(axis.path(), new LinkedHashSet<>(axis.values()));
        }
        for (Point point : points) {
            if (point.budget() != null) named.putIfAbsent(point.budget().path(), new LinkedHashSet<>());
        }
        return Sweep.of(named, points);
    }

    private Point closed(Point point) {
        Budget budget = point.budget();
        if (budget == null || !point.isOpen()) {
            return point;
        }
        Settings settings = point.settings();
        int width = budget.closest(settings.model(), vocabularies.apply(settings.corpus()));
        ModelSettings model = budget.with(settings.model(), width);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(point.values());
        values.put(budget.path(), (long) width);
        return new Point(values, settings.with(model), budget);
    }
}
