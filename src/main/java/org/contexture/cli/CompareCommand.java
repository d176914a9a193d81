package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contexture.results.Comparison;
import org.contexture.results.EffectsTable;
import org.contexture.results.PaperTable;
import org.contexture.results.Results;
import org.contexture.setting.UserError;
import org.contexture.statistics.Effects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contexture compare}: what differs between configurations, and whether seeds explain it. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares configurations seed by seed: within one experiment, or two experiments with each other.",
            "Intervals are 95 %% t intervals over seeds, with --by those of differences over pairs of trials; p is the exact sign-flip test's, corrected for the number of"
                    + " comparisons of a metric (Holm); * marks p up to 0.05. docs/statistics.md says more."
        },
        footer = {
            "",
            "Examples:",
            "  contexture compare results/smoke",
            "  contexture compare results/cell-context-hidden --by model.cell",
            "  contexture compare results/cell-context-hidden --by model.cell,model.context",
            "  contexture compare results/before results/after --metrics bleu,chrf",
            "  contexture compare results/smoke --baseline gru-last --format latex > a.tex"
        })
final class CompareCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "RESULTS", description = "An experiment's folder of results.")
    private Path first = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "RESULTS",
            description = "Another one: its configurations are compared with the first one's.")
    private @Nullable Path second;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "SETTING",
            description = "What each value of a swept setting does over all others; of two, how they interact too.")
    private List<String> by = List.of();

    @Option(
            names = "--metrics",
            split = ",",
            paramLabel = "METRIC",
            description = "Columns of trials.csv. Default: testLoss, exactMatch and bleu where there are any.")
    private List<String> metrics = List.of();

    @Option(
            names = "--baseline",
            paramLabel = "CONFIGURATION",
            description = "The one that others are compared with. Default: the first.")
    private @Nullable String baseline;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, markdown, latex, csv or html. Default: text.")
    private String format = "text";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PaperTable.Format chosen = format();
        metrics = distinct(metrics);
        by = distinct(by);
        requireFolder(first);
        Results results = Results.load(first);
        if (second != null) {
            requireFolder(second);
            if (!by.isEmpty() || baseline != null) {
                throw new UserError("--by and --baseline are for one folder of results, but there are two.");
            }
            print(Comparison.between(results, Results.load(second), metrics), chosen);
        } else if (by.isEmpty()) {
            print(Comparison.within(results, baseline, metrics), chosen);
        } else if (baseline != null) {
            throw new UserError("--by compares with each setting's first value, so --baseline has no use beside it.");
        } else {
            effects(EffectsTable.of(results, by, metrics), chosen);
        }
    }

    private static List<String> distinct(List<String> words) {
        return words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    folder + " is no folder; expected an experiment's folder of results, such as results/smoke");
        }
    }

    private PaperTable.Format format() {
        return switch (format) {
            case "text" -> PaperTable.Format.TEXT;
            case "markdown" -> PaperTable.Format.MARKDOWN;
            case "latex" -> PaperTable.Format.LATEX;
            case "csv" -> PaperTable.Format.CSV;
            case "html" -> PaperTable.Format.HTML;
            default -> throw new UserError("--format is " + format + "; expected text, markdown, latex, csv or html");
        };
    }

    private void print(Comparison comparison, PaperTable.Format format) {
        PrintWriter remarks = remarks(format);
        comparison.sentences().forEach(remarks::println);
        remarks.println();
        remarks.flush();
        out().print(comparison.table().text(format, Terminal.width()));
        out().flush();
        comparison.notes().forEach(remarks::println);
        remarks.flush();
    }

    private void effects(EffectsTable effects, PaperTable.Format format) {
        out().print(effects.effects().text(format, Terminal.width()));
        if (effects.interactions().rows() > 0) {
            out().println();
            out().print(effects.interactions().text(format, Terminal.width()));
        }
        out().flush();
        PrintWriter remarks = remarks(format);
        remarks.println();
        remarks.println(Effects.NOTE);
        remarks.println("p takes each seed's mean over its pairs as one value, because seeds are independent.");
        remarks.flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Beside a table for a paper or a program, words go where they are read but not piped into its file. */
    private PrintWriter remarks(PaperTable.Format format) {
        return format == PaperTable.Format.TEXT ? out() : spec.commandLine().getErr();
    }
}
