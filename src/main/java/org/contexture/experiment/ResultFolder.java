package org.contexture.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.setting.UserError;

/** The folder of an experiment's results, held by one run at a time: what is finished in it and what is still to be done. */
public final class ResultFolder implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;

    private ResultFolder(Path path, FileChannel lock) {
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
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new UserError(
                        path + " is in use by another run; wait for it, or choose another folder with --results DIR");
            }
            return new ResultFolder(path, channel);
        } catch (IOException e) {
            throw new UserError(
                    path + ": the folder of results cannot be written (" + e.getMessage()
                            + "); expected a writable folder with free space, choose one with --results DIR",
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another run in this very JVM
        }
    }

    public Path path() {
        return path;
    }

    /** Where trials have their folders. */
    public Path trials() {
        return path.resolve("trials");
    }

    /** The folder of one trial. */
    public TrialFolder trial(String id) {
        return new TrialFolder(trials().resolve(id));
    }

    /**
     * The trials of a plan that have not ended here yet; failed ones are among them, diverged ones would only diverge again.
     *
     * @throws UserError if a finished trial of the same id has other settings or another corpus: it is not overwritten
     */
    public List<Trial> open(Plan plan, Map<CorpusSettings, Dataset> datasets) {
        List<Trial> open = new ArrayList<>();
        for (Trial trial : plan.trials()) {
            TrialFolder folder = trial(trial.id());
            if (!folder.isFinished()) {
                open.add(trial);
            } else if (!folder.holds(
                    trial, Objects.requireNonNull(datasets.get(trial.corpus())).sha256())) {
                throw new UserError(
                        folder.path() + " holds a finished trial of other settings or another corpus, which is"
                                + " not overwritten; expected those of "
                                + plan.experiment().file()
                                + ". Choose another folder with --results DIR, or move the old one away.");
            }
        }
        return open;
    }

    /** Names of trial folders that the plan does not have: what an earlier version of the file asked for. */
    public List<String> others(Plan plan) {
        Set<String> planned = plan.trials().stream().map(Trial::id).collect(Collectors.toSet());
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

    /** Writes plan.json, before the first trial. */
    public void write(Plan plan) {
        WholeFile.write(
                path.resolve("plan.json"),
                JsonFile.pretty(JsonFile.map(
                        "experiment", plan.experiment().name(),
                        "question", plan.experiment().question(),
                        "trials", plan.trials().stream().map(Trial::id).toList())));
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        try {
            lock.close(); // the file stays: deleting it could unlock a folder that another run has just taken
        } catch (IOException e) {
            throw new UserError(path + ": the lock cannot be let go (" + e + ")", e);
        }
    }
}
