package org.contexture.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.contexture.benchmark.DecodingBenchmark;
import org.contexture.benchmark.TrainingBenchmark;
import org.contexture.benchmark.Workload;
import org.contexture.decoding.Greedy;
import org.contexture.experiment.JsonFile;
import org.contexture.model.Bridge;
import org.contexture.model.Feed;
import org.contexture.model.ModelSettings;
import org.contexture.setting.UserError;
import org.contexture.tensor.Gemm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code contexture bench}: how fast models train or decode on this machine, one JSON line each. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains models on synthetic batches and prints one JSON line for each.",
            "tokens_per_second counts target tokens, </s> included, median over steps. flops is the least arithmetic of a"
                    + " step's equations, sgemm_flops the rate at which ND4J's OpenBLAS makes 1024x1024x1024 products on one"
                    + " thread beside it, bound_share the share of the step's time which that arithmetic would take at that"
                    + " rate, product_share the share spent in our own products at whatever rate their shapes allow: all that"
                    + " other code could still save is the rest."
        },
        footer = {
            "",
            "Examples:",
            "  contexture bench",
            "  contexture bench --cells lstm --hiddens 64,128,256 --vocabulary 500",
            "  contexture bench --decode --hiddens 256"
        })
final class BenchCommand implements Runnable {
    private static final int TRAINING_BATCH = 64;

    @Option(names = "--cells", split = ",", paramLabel = "CELL", description = "Default: rnn,gru,lstm.")
    private List<String> cells = List.of("rnn", "gru", "lstm");

    @Option(names = "--contexts", split = ",", paramLabel = "CONTEXT", description = "Default: last,mean.")
    private List<String> contexts = List.of("last", "mean");

    @Option(names = "--hiddens", split = ",", paramLabel = "UNITS", description = "Widths of states. Default: 64,256.")
    private List<Integer> hiddens = List.of(64, 256);

    @Option(
            names = "--embedding",
            paramLabel = "UNITS",
            description = "Width of embeddings. Default: that of the states.")
    private @Nullable Integer embedding;

    @Option(
            names = "--batch",
            paramLabel = "SENTENCES",
            description =
                    "Sentences a step. Default: 64; with --decode as many as a run decodes at once, " + Greedy.USUAL
                            + ", or up to " + Greedy.MOST + " with a vocabulary of " + Greedy.LARGE + " or more.")
    private @Nullable Integer batch;

    @Option(names = "--vocabulary", description = "Tokens of each language. Default: 8000.")
    private int vocabulary = 8000;

    @Option(names = "--min-length", description = "Shortest sentence in tokens. Default: 5.")
    private int minLength = 5;

    @Option(names = "--max-length", description = "Longest sentence in tokens. Default: 20.")
    private int maxLength = 20;

    @Option(names = "--threads", description = "Threads of a step. Default: 1.")
    private int threads = 1;

    @Option(names = "--seconds", description = "Measured time of a model, after as long a warm-up. Default: 6.")
    private double seconds = 6;

    @Option(
            names = "--decode",
            description = "Measure greedy decoding instead: 1000 sentences, 20 steps each, sentences_per_second.")
    private boolean decode;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Workload workload = workload();
        List<ModelSettings> models = models();
        if (threads < 1 || threads > 1024) throw new UserError("--threads is " + threads + "; expected 1 to 1024");
        if (!(seconds > 0)) throw new UserError("--seconds is " + seconds + "; expected more than 0");
        Gemm.threads(threads);
        PrintWriter out = spec.commandLine().getOut();
        for (ModelSettings model : models) {
            out.println(JsonFile.line(decode ? decoded(model, workload) : trained(model, workload)));
            out.flush();
        }
    }

    private Workload workload() {
        try {
            int sentences = batch != null ? batch : decode ? Greedy.batch(vocabulary) : TRAINING_BATCH;
            return new Workload(sentences, vocabulary, minLength, maxLength);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private List<ModelSettings> models() {
        return cells.stream()
                .flatMap(cell -> contexts.stream()
                        .flatMap(context -> hiddens.stream().map(hidden -> model(cell, context, hidden))))
                .toList();
    }

    private ModelSettings model(String cell, String context, int hidden) {
        int width = embedding == null ? hidden : embedding;
        if (hidden < 1 || hidden > 4096 || width < 1 || width > 4096) {
            throw new UserError(
                    "--hiddens and --embedding: " + hidden + " and " + width + "; expected 1 to 4096 units");
        }
        try {
            return new ModelSettings(cell, context, List.of(Feed.values()), Bridge.DENSE, width, hidden);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, @Nullable Object> trained(ModelSettings model, Workload workload) {
        TrainingBenchmark point = TrainingBenchmark.measure(model, workload, threads, seconds);
        Map<String, @Nullable Object> line = name(model);
        line.put("tokens_per_second", point.tokensPerSecond());
        line.put("steps", point.steps());
        line.put("threads", threads);
        line.put("flops", point.flops());
        line.put("sgemm_flops", point.sgemmFlops());
        line.put("bound_share", point.boundShare());
        line.put("product_share", point.productShare());
        return line;
    }

    private Map<String, @Nullable Object> decoded(ModelSettings model, Workload workload) {
        Map<String, @Nullable Object> line = name(model);
        DecodingBenchmark point = DecodingBenchmark.measure(model, workload);
        line.put("sentences_per_second", point.sentencesPerSecond());
        line.put("threads", threads);
        line.put("flops", point.flops());
        line.put("sgemm_flops", point.sgemmFlops());
        line.put("bound_share", point.boundShare());
        line.put("product_share", point.productShare());
        return line;
    }

    private static Map<String, @Nullable Object> name(ModelSettings model) {
        return JsonFile.map("cell", model.cell(), "context", model.context(), "hidden", model.hidden());
    }
}
