package org.contexture.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contexture.experiment.FrozenPlan;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.State;
import org.contexture.setting.UserError;

/** Which trials of a folder can be run again to the same end: those that their settings alone ended, well or by diverging. */
final class EndedTrials {
    private static final Set<String> ENDS = Set.of(State.OK.word(), State.DIVERGED.word());

    private final Path folder;
    private final Map<String, String> states;

    /** @param states of the folder's trials by id */
    EndedTrials(Path folder, Map<String, String> states) {
        this.folder = folder;
        this.states = Map.copyOf(states);
    }

    /**
     * The wanted trials in the plan's order.
     *
     * @param wanted ids; empty for all that can be run again
     * @throws UserError if one is unknown or did not end so, or none can be run again
     */
    List<FrozenTrial> of(FrozenPlan plan, List<String> wanted) {
        List<String> known = plan.trials().stream().map(FrozenTrial::id).toList();
        for (String id : wanted) {
            if (!known.contains(id)) {
                throw new UserError(folder + " has no trial " + id + "; expected one of " + String.join(", ", known));
            }
            if (!ENDS.contains(state(id))) {
                throw new UserError(folder + ": trial " + id + " is " + state(id)
                        + "; only a trial that ended ok or diverged can be run again to the same end");
            }
        }
        List<FrozenTrial> ended = plan.trials().stream()
                .filter(trial -> ENDS.contains(state(trial.id())))
                .filter(trial -> wanted.isEmpty() || wanted.contains(trial.id()))
                .toList();
        if (ended.isEmpty()) {
            throw new UserError(folder + " has no trial that ended ok or diverged; run the experiment first");
        }
        return ended;
    }

    private String state(String id) {
        return states.getOrDefault(id, "not in trials.csv");
    }
}
