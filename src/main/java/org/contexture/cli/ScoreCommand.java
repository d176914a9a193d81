package org.contexture.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import java.util.stream.Stream;
import org.contexture.metrics.MetricKind;
import org.contexture.metrics.PairedTest;
import org.contexture.metrics.Scorer;
import org.contexture.setting.UserError;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contexture score}: BLEU, chrF and TER of text files, with sacreBLEU's options and to its last digit. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "contexture score [OPTIONS] REF HYP [HYP2 ...]",
        description = {
            "Scores translations as sacreBLEU 2.6.0 does: BLEU, chrF and TER, with intervals and paired tests.",
            "Files have a segment a line, in UTF-8, and may be gzipped. Options are named as sacreBLEU's."
        },
        footer = {
            "",
            "Examples:",
            "  contexture score ref.txt hyp.txt",
            "  contexture score ref.txt base.txt new.txt -m bleu chrf ter --paired-bs",
            "  contexture score --ref a.txt --ref b.txt hyp.txt --confidence --json",
            "  contexture score ref.txt -m bleu < hyp.txt",
            "  contexture score results/smoke/trials/gru-last-s1/references.txt \\",
            "      results/smoke/trials/gru-last-s1/hypotheses.txt --tokenize none"
        })
final class ScoreCommand implements Runnable {
    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "The references, then the translations of each system; without these, standard input, with"
                            + " tabs between systems. After --ref all files are translations, before --input all are references.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--ref", paramLabel = "FILE", description = "References; repeat it for several a segment.")
    private List<Path> references = new ArrayList<>();

    @Option(
            names = {"-i", "--input"},
            arity = "1..*",
            paramLabel = "FILE",
            description = "Translations, one file a system.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = {"-nr", "--num-refs"},
            paramLabel = "N",
            description = "References a line of the reference file, with tabs between them. Default: 1.")
    private int referencesPerLine = 1;

    @Option(
            names = {"-m", "--metrics"},
            arity = "1..*",
            paramLabel = "METRIC",
            parameterConsumer = Kinds.class,
            description = "bleu, chrf, ter. Default: bleu.")
    private Set<MetricKind> kinds = EnumSet.of(MetricKind.BLEU);

    @Option(
            names = {"-sl", "--sentence-level"},
            description = "A line a segment, of one metric and one system.")
    private boolean sentences;

    @ArgGroup(validate = false, heading = "%nBLEU:%n", order = 1)
    private ScoreOptions.BleuOptions bleu = new ScoreOptions.BleuOptions();

    @ArgGroup(validate = false, heading = "%nchrF:%n", order = 2)
    private ScoreOptions.ChrfOptions chrf = new ScoreOptions.ChrfOptions();

    @ArgGroup(validate = false, heading = "%nTER:%n", order = 3)
    private ScoreOptions.TerOptions ter = new ScoreOptions.TerOptions();

    @ArgGroup(validate = false, heading = "%nStatistics:%n", order = 4)
    private ScoreOptions.StatisticsOptions statistics = new ScoreOptions.StatisticsOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n", order = 5)
    private ScoreOptions.OutputOptions output = new ScoreOptions.OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Takes words while they are metrics, so that files may follow: {@code -m bleu chrf ref.txt hyp.txt}. */
    static final class Kinds implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
            Set<MetricKind> kinds = EnumSet.noneOf(MetricKind.class);
            while (!arguments.isEmpty() && areKinds(arguments.peek())) {
                for (String word : arguments.pop().split(",", -1)) {
                    kind(word).ifPresent(kinds::add);
                }
            }
            option.setValue(kinds);
        }

        private static boolean areKinds(String words) {
            return Stream.of(words.split(",", -1)).allMatch(word -> kind(word).isPresent());
        }

        private static Optional<MetricKind> kind(String word) {
            return MetricKind.named(word.toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public void run() {
        if (kinds.isEmpty()) {
            throw new UserError("--metrics is followed by something else than bleu, chrf, ter; expected some of these");
        }
        ScoreInput input = input();
        checkCombinations(input.systems().size());
        bleu.warn(spec.commandLine().getErr(), input, kinds);
        List<Scorer> scorers = kinds.stream()
                .map(kind -> new Scorer(
                        switch (kind) {
                            case BLEU -> bleu.metric(sentences);
                            case CHRF -> chrf.metric();
                            case TER -> ter.metric();
                        },
                        input.references()))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        ScoreReport report = new ScoreReport(output, out);
        if (sentences) {
            report.sentences(scorers.get(0).sentences(input.systems().get(0).lines()));
        } else if (input.systems().size() == 1) {
            report.system(scorers, input.systems().get(0), statistics.confidence());
        } else {
            PairedTest test = statistics.pairedTest();
            statistics.inParallel(() -> report.systems(scorers, input.systems(), test));
        }
        out.flush();
    }

    private ScoreInput input() {
        List<Path> targets = new ArrayList<>(references);
        List<Path> systems = new ArrayList<>(inputs);
        if (!inputs.isEmpty()) {
            targets.addAll(files);
        } else if (!references.isEmpty()) {
            systems.addAll(files);
        } else if (!files.isEmpty()) {
            targets.add(files.get(0));
            systems.addAll(files.subList(1, files.size()));
        }
        if (targets.isEmpty()) {
            throw new UserError("There are no references: name their file first, or after --ref.");
        }
        return ScoreInput.read(targets, referencesPerLine, systems);
    }

    private void checkCombinations(int systems) {
        boolean paired = statistics.pairedTest() != null;
        if (sentences && (systems > 1 || kinds.size() > 1 || paired || statistics.confidence() != null)) {
            throw new UserError("--sentence-level takes one system and one metric, and neither intervals nor tests.");
        }
        if (paired && systems == 1) {
            throw new UserError(
                    "A paired test compares systems, but there is only one: name the files of two or more.");
        }
        if (statistics.confidence() != null && systems > 1) {
            throw new UserError("--confidence takes one system; for several, --paired-bs gives intervals too.");
        }
    }
}
