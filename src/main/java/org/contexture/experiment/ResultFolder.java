package org.contexture.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contexture.setting.UserError;

/** The folder of an experiment's results, held by one run at a time: what has ended in it and what is still to be done. */
public final class ResultFolder implements AutoCloseable {
    private final Path path;
    private final FolderLock lock;

    private ResultFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder, which is created if need be. The operating system lets go of it when a run ends, however it ends.
     *
     * @throws UserError if it cannot be written or another run has it
     */
    public static ResultFolder take(Path path) {
        try {
            Files.createDirectories(path);
            FolderLock lock = FolderLock.take(path);
            WholeFile.sweep(path);
            return new ResultFolder(path, lock);
        } catch (IOException e) {
            throw new UserError(
                    path + ": the folder of results cannot be written (" + e
                            + "); expected a writable folder with free space, choose one with --results DIR",
                    e);
        }
    }

    public Path path() {
        return path;
    }

    /** Where trials have their folders. */
    public Path trials() {
        return path.resolve(FrozenTrial.TRIALS);
    }

    /** The folder of one trial. */
    public TrialFolder trial(FrozenTrial trial) {
        return new TrialFolder(trial.folderIn(path));
    }

    /** Whether all trials of the plan that is here have ended, so that a run may have nothing to do. */
    public boolean hasEnded() {
        try {
            return Files.exists(path.resolve(FrozenPlan.FILE))
                    && FrozenPlan.read(path).trials().stream().allMatch(t -> trial(t).isFinished());
        } catch (UserError e) {
            return false; // a plan of another version, which is about to be replaced
        }
    }

    /**
     * The trials of a plan that are still to be run: those that have not ended here, and those whose end should be tried again.
     *
     * @param retry states in which a trial runs again
     * @throws UserError if a trial's folder holds another trial, or is damaged: it is not overwritten
     */
    public List<FrozenTrial> open(FrozenPlan plan, Set<State> retry) {
        return plan.trials().stream().filter(trial -> isOpen(trial, retry)).toList();
    }

    private boolean isOpen(FrozenTrial trial, Set<State> retry) {
        TrialFolder folder = trial(trial);
        if (folder.description().filter(d -> !trial.isDescribedBy(d)).isPresent()) {
            throw new UserError(
                    folder.path() + " holds another trial than " + trial.trial().id()
                            + ", which is not overwritten. Choose another folder with --results DIR, or move it away.");
        }
        return folder.outcome()
                .filter(outcome -> outcome.state() != State.INTERRUPTED && !retry.contains(outcome.state()))
                .isEmpty();
    }

    /** Names of trial folders that the plan does not have: other settings, another corpus or another engine asked for them. */
    public List<String> others(FrozenPlan plan) {
        Set<String> planned = plan.trials().stream().map(FrozenTrial::folder).collect(Collectors.toSet());
        if (!Files.isDirectory(trials())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(trials())) {
            return folders.map(f -> f.getFileName().toString())
                    .filter(name -> !planned.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError(trials() + ": cannot be read (" + e + ")", e);
        }
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UserError(path + ": the lock cannot be let go (" + e + ")", e);
        }
    }
}
