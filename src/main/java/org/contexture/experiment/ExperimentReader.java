package org.contexture.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.contexture.experiment.sweep.PointDraft;
import org.contexture.experiment.sweep.SweepDraft;
import org.contexture.experiment.sweep.SweepReader;
import org.contexture.experiment.yaml.Binder;
import org.contexture.experiment.yaml.Form;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.ScalarForm;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.contexture.metrics.MetricKind;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/** Reads one experiment file in one pass: seeds, the sweep, the file's own values, then every point of the sweep. */
final class ExperimentReader {
    static final long MOST_TRIALS = SweepReader.MOST_POINTS;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?");
    private static final ScalarForm.Whole SEED = new ScalarForm.Whole(true, Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Form.Section SEED_RULE = new Form.Section(SeedSettings.class, List.of());
    private static final Form.Section HALVING = new Form.Section(HalvingSettings.class, List.of());
    private static final ScalarForm.Whole SEEDS = new ScalarForm.Whole(true, 1, MOST_TRIALS);

    private final Path file;
    private final Overrides overrides;
    private final Problems problems = new Problems();

    ExperimentReader(Path file, Overrides overrides) {
        this.file = file;
        this.overrides = overrides;
    }

    /** A file's tree, read and changed by options, with its sweep laid out. */
    record Draft(MapNode root, SweepDraft sweep) {}

    Experiment read() {
        return read(draft());
    }

    Draft draft() {
        name(file); // a wrong name is told before anything is read
        MapNode root = new OverriddenTree(new ExtendedFile(file, problems).tree(), problems).with(overrides);
        SweepDraft sweep = new SweepReader(ExperimentFile.class, root, problems, !overrides.isEmpty()).read();
        return new Draft(root, sweep);
    }

    Experiment read(Draft draft) {
        MapNode root = draft.root();
        SeedRule until = until(root);
        List<Long> seeds = until == null ? seeds(root.get("seeds")) : oneTo(until.min());
        List<PointDraft> drafts = draft.sweep().points();
        int most = until == null ? seeds.size() : until.max();
        boolean small = !draft.sweep().whole() || isSmall(root, drafts.size(), most);
        List<Sweep.Point> points = new Points(root, problems).bind(small ? drafts : drafts.subList(0, 1));
        if (until != null) checkMetric(until, root, points);
        HalvingSettings halving = halving(root, until);
        problems.throwIfAny();
        return Experiment.of(
                new Experiment.Source(name(file), file, question(root), halving),
                Sweep.of(draft.sweep().named(), points),
                seeds,
                until);
    }

    /** The rule of {@code seeds: { until: … }}; null if seeds are named, or the rule is a problem. */
    private @Nullable SeedRule until(MapNode root) {
        if (!(root.get("seeds") instanceof MapNode map)) {
            return null;
        }
        Object bound = new Binder(ExperimentFile.class, problems).section(SEED_RULE, map, "seeds");
        return bound instanceof SeedSettings settings ? settings.until() : null;
    }

    /** The section halving, if there is one that fits; what does not was told with the points. */
    private @Nullable HalvingSettings halving(MapNode root, @Nullable SeedRule until) {
        YamlNode node = root.get("halving");
        if (!(node instanceof MapNode map)) {
            return null;
        }
        if (until != null) {
            problems.add(
                    node.place(),
                    "halving",
                    "found beside seeds.until; expected one of them, because seeds are added to configurations that are whole");
        }
        Object bound = new Binder(ExperimentFile.class, new Problems()).section(HALVING, map, "halving");
        return bound instanceof HalvingSettings settings ? settings : null;
    }

    /** A score that is not computed cannot be waited for. */
    private void checkMetric(SeedRule rule, MapNode root, List<Sweep.Point> points) {
        Optional<MetricKind> score = MetricKind.named(rule.metric());
        boolean computed = score.isEmpty()
                || points.stream()
                        .allMatch(point -> point.settings().metrics().scores().contains(score.get()));
        YamlNode seeds = root.get("seeds");
        if (!computed && seeds != null) {
            problems.add(
                    seeds.place(),
                    "seeds.until.metric",
                    "found " + rule.metric()
                            + ", which metrics.scores does not compute; expected one of its scores, or add it there");
        }
    }

    private static List<Long> oneTo(long n) {
        return LongStream.rangeClosed(1, n).boxed().toList();
    }

    private static @Nullable String question(MapNode root) {
        return root.get("question") instanceof ScalarNode question && !question.isNothing() ? question.text() : null;
    }

    /** The experiment's name, which names its folder of results on every system. */
    private static String name(Path file) {
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.endsWith(".yaml") ? fileName.substring(0, fileName.length() - 5) : "";
        if (!NAME.matcher(name).matches() || TrialId.isReserved(name)) {
            throw new UserError(file + ": found the file name '" + ScalarNode.quote(fileName)
                    + "'; expected letters, digits, '-', '_' and '.', then .yaml, such as smoke.yaml");
        }
        return name;
    }

    private List<Long> seeds(@Nullable YamlNode node) {
        if (node == null) {
            return List.of(1L);
        }
        if (node instanceof ScalarNode number && SEEDS.read(number) instanceof Long n) {
            return oneTo(n);
        }
        if (node instanceof MapNode) {
            return List.of(1L); // a rule that was a problem
        }
        if (!(node instanceof ListNode list) || list.items().isEmpty()) {
            problems.add(
                    node.place(),
                    "seeds",
                    node.found() + "; expected a list such as [1, 2, 3], until with a rule, or " + SEEDS.expected());
            return List.of(1L);
        }
        return seeds(list);
    }

    private List<Long> seeds(ListNode list) {
        Set<Long> seeds = new LinkedHashSet<>();
        for (YamlNode node : list.items()) {
            if (!(node instanceof ScalarNode number && SEED.read(number) instanceof Long seed)) {
                problems.add(node.place(), "seeds", node.found() + "; expected " + SEED.expected());
            } else if (!seeds.add(seed)) {
                problems.add(node.place(), "seeds", node.found() + " a second time; expected each seed once");
            }
        }
        return new ArrayList<>(seeds);
    }

    /** Whether the grid can be laid out; the seeds alone always can, because their number is limited too. */
    private boolean isSmall(MapNode root, long points, int seeds) {
        YamlNode sweep = root.get("sweep");
        if (sweep == null || points <= MOST_TRIALS / Math.max(1, seeds)) {
            return true;
        }
        String product = points + (seeds == 1 ? " combinations" : " combinations of settings and " + seeds + " seeds");
        problems.add(sweep.place(), "sweep", "found " + product + "; expected at most " + MOST_TRIALS + " trials");
        return false;
    }
}
