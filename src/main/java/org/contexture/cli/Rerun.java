package org.contexture.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.Outcome;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialListener;
import org.contexture.experiment.TrialProgress;
import org.contexture.experiment.WholeFile;
import org.contexture.experiment.executor.InProcess;
import org.contexture.experiment.executor.TrialStarter;
import org.contexture.tensor.Machine;

/** Runs trials again in this JVM and tells of each that has ended. */
final class Rerun implements TrialStarter {
    private final Map<CorpusSettings, Dataset> datasets;
    private final int workers;
    private final Sink sink;

    /** Takes a line; from several threads at once. */
    interface Sink {
        void line(String text);
    }

    Rerun(Map<CorpusSettings, Dataset> datasets, int workers, Sink sink) {
        this.datasets = datasets;
        this.workers = workers;
        this.sink = sink;
    }

    @Override
    public Map<String, Path> run(List<Trial> trials, Path results) {
        Machine machine = Machine.here();
        WholeFile.write(
                results.resolve("provenance.json"),
                JsonFile.pretty(JsonFile.map("cpu", machine.cpu(), "blas", machine.blas(), "nd4j", machine.nd4j())));
        WholeFile.write(
                results.resolve("plan.json"),
                JsonFile.pretty(
                        JsonFile.map("trials", trials.stream().map(Trial::id).toList())));
        new InProcess(results.resolve("trials"), datasets, workers).run(trials, new Ends());
        Map<String, Path> folders = new LinkedHashMap<>();
        trials.forEach(
                trial -> folders.put(trial.id(), results.resolve("trials").resolve(trial.id())));
        return folders;
    }

    private final class Ends implements TrialListener {
        @Override
        public void started(Trial trial) {}

        @Override
        public void progress(Trial trial, TrialProgress progress) {}

        @Override
        public void ended(Trial trial, Outcome outcome) {
            sink.line("  " + trial.id() + "  " + outcome.state().word());
        }
    }
}
