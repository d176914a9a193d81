package org.contexture.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contexture.experiment.Experiment;
import org.contexture.experiment.Plan;
import org.contexture.experiment.Trial;
import org.contexture.results.Comparison;
import org.contexture.results.ConfigurationTable;
import org.contexture.results.EffectsTable;
import org.contexture.results.Results;
import org.contexture.results.Tables;
import org.contexture.setting.UserError;
import tech.tablesaw.api.Table;

/** The doors of a notebook: {@code import static org.contexture.lab.Lab.*}. */
public final class Lab {
    private Lab() {}

    /**
     * Results as tables; of a sweep that is still running, as far as it has come.
     *
     * @param folder such as {@code ../results/smoke}
     * @throws UserError if the folder holds no results
     */
    public static Results open(String folder) {
        return Tables.open(Path.of(folder));
    }

    /**
     * Trains a model in this JVM and prints a line an epoch. Nothing is written.
     *
     * @param yaml an experiment file's text, without a sweep; paths in it are relative to the working directory, a notebook's own
     *     folder
     * @throws UserError if the text is no experiment, or one of several trials
     */
    public static TrainedModel train(String yaml) {
        List<Trial> trials = trials(yaml);
        if (trials.size() > 1) {
            throw new UserError("Found an experiment of " + trials.size()
                    + " trials where one model was to be trained; " + "expected no sweep and one seed, or trainAll.");
        }
        return TrainedModel.train(trials.get(0), System.out::println);
    }

    /**
     * Trains every model of a small sweep in this JVM, one after another, and prints a line for each. They are called what the sweep
     * calls them, such as {@code last}, {@code mean} and {@code max}.
     *
     * @param yaml as for {@link #train}, with a sweep and one seed
     * @throws UserError if the text is no experiment, or has several seeds
     */
    public static TrainedModels trainAll(String yaml) {
        Map<String, TrainedModel> models = new LinkedHashMap<>();
        for (Trial trial : trials(yaml)) {
            String[] last = {""};
            TrainedModel model = TrainedModel.train(trial, line -> last[0] = line);
            System.out.println(trial.configuration() + "  " + last[0]);
            if (models.put(trial.configuration(), model) != null) {
                throw new UserError("Found several seeds; expected one, because models are looked at one by one.");
            }
        }
        return new TrainedModels(models);
    }

    /**
     * What is recorded of the run of a trial: columns fact and value. Long values are cut; the file {@code provenance.json} in the
     * trial's folder has them whole.
     *
     * @throws UserError if there is no such trial, or its folder was not published with the tables
     */
    public static Table provenance(Results results, String trial) {
        return TrialProvenance.of(results.trialFolder(trial).resolve("provenance.json"));
    }

    /** Every configuration against the first one, seed by seed. */
    public static Comparison compare(Results results, String... metrics) {
        return Comparison.within(results, null, List.of(metrics));
    }

    /**
     * What each value of some settings does over everything else, and how two of them interact.
     *
     * @param by settings by their paths, at least one
     */
    public static EffectsTable effects(Results results, String metric, String... by) {
        return EffectsTable.of(results, List.of(by), List.of(metric));
    }

    /** Every configuration over its seeds, in numbers. */
    public static Table configurations(Results results) {
        return ConfigurationTable.of(results.trials()).table();
    }

    private static List<Trial> trials(String yaml) {
        Experiment experiment = read(yaml);
        if (experiment.isOpen()) {
            throw new UserError("A model trained in a cell has the width that it says; expected no match.");
        }
        return Plan.of(experiment).trials();
    }

    /** Experiments are read from files, because they can extend others. */
    private static Experiment read(String yaml) {
        try {
            Path folder = Files.createTempDirectory("contexture");
            Path file = folder.resolve("experiment.yaml");
            try {
                Files.writeString(file, yaml);
                return Experiment.read(file);
            } catch (UserError e) { // the reader knows the text, not where it was for a moment
                String message = Objects.requireNonNullElse(e.getMessage(), "");
                throw new UserError(message.replace(file.toString(), "experiment"), e);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UserError(
                    "The temporary folder cannot be written (" + e + "); set java.io.tmpdir to one that can", e);
        }
    }
}
