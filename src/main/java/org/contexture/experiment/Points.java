package org.contexture.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contexture.experiment.sweep.MatchSettings;
import org.contexture.experiment.sweep.PointDraft;
import org.contexture.experiment.sweep.PointProblems;
import org.contexture.experiment.yaml.Binder;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.jspecify.annotations.Nullable;

/** Points of a sweep bound to settings, each as if the file had been written with its values. */
final class Points {
    private final MapNode root;
    private final Problems problems;
    private final Problems here = new Problems();
    private final Binder binder = new Binder(ExperimentFile.class, here);

    Points(MapNode root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** Those that can be bound. What cannot work at several points is told once, and so is what is there twice. */
    List<Sweep.Point> bind(List<PointDraft> drafts) {
        PointProblems met = new PointProblems(drafts);
        List<Sweep.Point> points = new ArrayList<>();
        for (int p = 0; p < drafts.size(); p++) {
            PointDraft draft = drafts.get(p);
            MapNode tree = draft.in(root);
            ExperimentFile file = (ExperimentFile) binder.bind(tree);
            int index = p;
            here.take().stream()
                    .filter(problem -> !problems.contains(problem))
                    .forEach(problem -> met.meet(problem, index));
            if (file != null) {
                Budget budget = budget(draft.match(), tree);
                points.add(new Sweep.Point(draft.values(), file.settings(), budget));
                met.outcome(List.of(file.settings(), Optional.ofNullable(budget)), p);
            }
        }
        met.addTo(problems);
        return points;
    }

    private static @Nullable Budget budget(@Nullable MatchSettings match, MapNode tree) {
        if (match == null) {
            return null;
        }
        YamlNode embedding = tree.at("model.embedding");
        boolean tied = embedding == null || (embedding instanceof ScalarNode scalar && scalar.isNothing());
        return new Budget(match.parameters(), match.vary(), match.from(), match.to(), tied);
    }
}
