package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.contexture.experiment.FrozenPlan;
import org.contexture.mlflow.Credentials;
import org.contexture.mlflow.MlflowExport;
import org.contexture.mlflow.TrackingServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contexture export mlflow}: a run for each finished trial. */
@Command(
        name = "mlflow",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the finished trials of a folder of results to an MLflow tracking server, a run each.",
            "Trials that are there already are left alone. MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and"
                    + " MLFLOW_TRACKING_PASSWORD, are read from the environment."
        },
        footer = {
            "",
            "Examples:",
            "  contexture export mlflow results/smoke",
            "  contexture export mlflow results/smoke --url https://mlflow.example.org \\",
            "      --experiment smoke-2"
        })
final class MlflowCommand implements Runnable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Parameters(index = "0", paramLabel = "RESULTS", description = "An experiment's folder of results.")
    private Path results = Path.of("");

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the server listens (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://127.0.0.1:5000")
    private String url = "";

    @Option(
            names = "--experiment",
            paramLabel = "NAME",
            description = "The experiment's name at MLflow (default: the experiment's own).")
    private @Nullable String experiment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        FrozenPlan plan = FrozenPlan.read(results);
        TrackingServer server = new TrackingServer(url, Credentials.of(System.getenv()), LIMIT);
        String name = experiment == null ? plan.experiment() : experiment;
        MlflowExport.Count count = new MlflowExport(server, line -> {
                    out.println(line);
                    out.flush();
                })
                .export(results, plan, name);
        out.println("MLflow experiment " + name + ": " + count.copied() + " trials copied, " + count.before()
                + " there before, " + count.unfinished() + " not finished.");
        out.flush();
    }
}
