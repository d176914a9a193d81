package org.contexture.experiment.executor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.Trial;

/** Runs trials into a folder of results that is new: all that whoever wants them run has to know. */
@FunctionalInterface
public interface TrialStarter {
    /**
     * Runs all trials to their end, well or badly, and writes {@code plan.json}, {@code provenance.json} and {@code trials/}.
     *
     * @param results an empty folder
     * @return each trial's own folder, by the trial's id
     */
    Map<String, Path> run(List<Trial> trials, Path results);
}
