package org.contexture.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.contexture.report.Report;
import org.contexture.report.ReportFolder;
import org.contexture.report.ReportRequest;
import org.contexture.results.Tables;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contexture report}: results as a page that can be sent to somebody. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes results as one page, report.html, that needs no network and no other file: the question, the answer with its"
                    + " uncertainty, tables, charts, failures, and how to have it all again.",
            "Beside it: report.md for GitHub, and each chart as SVG and PNG in figures/. An experiment may still be running."
        },
        footer = {
            "",
            "Examples:",
            "  contexture report results/smoke",
            "  contexture report results/x --by model.cell,model.context --metric exactMatch",
            "  contexture report results/published/cell-context-hidden --out /tmp/report"
        })
final class ReportCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of an experiment's results.")
    private Path folder = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write it. Default: the folder of results.")
    private @Nullable Path out;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "The column of trials.csv that answers the question. Default: bleu, else testLoss, else"
                    + " validLoss.")
    private @Nullable String metric;

    @Option(
            names = "--baseline",
            paramLabel = "CONFIGURATION",
            description = "The one that others are compared with in the chart of differences. Default: the first.")
    private @Nullable String baseline;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "SETTING",
            description = "Swept settings to tell lines apart and to speak of. Default: all that are not too many.")
    private List<String> by = List.of();

    @Option(names = "--title", paramLabel = "TEXT", description = "Default: the experiment's name.")
    private @Nullable String title;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    folder + " is no folder; expected an experiment's folder of results, such as results/smoke");
        }
        Report report = Report.of(Tables.open(folder), new ReportRequest(metric, baseline, settings(), title));
        List<Path> files = new ReportFolder(out == null ? folder : out).write(report);
        PrintWriter told = spec.commandLine().getOut();
        told.println(files.get(0) + " (" + size(files.get(0)) + ")");
        told.println(files.get(1) + " (" + size(files.get(1)) + ")");
        if (files.size() > 2) {
            told.println(files.get(2).getParent() + " (" + (files.size() - 2) / 2 + " charts as SVG and PNG)");
        }
        told.flush();
    }

    private List<String> settings() {
        return by.stream()
                .map(String::strip)
                .filter(setting -> !setting.isEmpty())
                .distinct()
                .toList();
    }

    private static String size(Path file) {
        try {
            long bytes = Files.size(file);
            return bytes < 1_000_000
                    ? Math.max(1, Math.round(bytes / 1e3)) + " kB"
                    : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
