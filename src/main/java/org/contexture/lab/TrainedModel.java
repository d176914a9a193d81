package org.contexture.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.contexture.chart.Axis;
import org.contexture.chart.Chart;
import org.contexture.chart.Chart.Panel;
import org.contexture.chart.Mark;
import org.contexture.chart.Mark.Line;
import org.contexture.chart.Mark.Point;
import org.contexture.corpus.Dataset;
import org.contexture.corpus.Example;
import org.contexture.corpus.PackedTokens;
import org.contexture.corpus.SentencePair;
import org.contexture.corpus.Vocabulary;
import org.contexture.decoding.Greedy;
import org.contexture.decoding.Hypothesis;
import org.contexture.experiment.Trial;
import org.contexture.model.ContextOfSentence;
import org.contexture.model.Seq2Seq;
import org.contexture.setting.UserError;
import org.contexture.tensor.Gemm;
import org.contexture.training.Epoch;
import org.contexture.training.Evaluation;
import org.contexture.training.Trainer;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/** A model that was trained in a notebook, with the parameters of its best epoch. */
public final class TrainedModel {
    private final Trial trial;
    private final Dataset data;
    private final Seq2Seq model;
    private final List<Epoch> epochs;

    private TrainedModel(Trial trial, Dataset data, Seq2Seq model, List<Epoch> epochs) {
        this.trial = trial;
        this.data = data;
        this.model = model;
        this.epochs = List.copyOf(epochs);
    }

    /** @param log is given a line an epoch */
    static TrainedModel train(Trial trial, Consumer<String> log) {
        Dataset data = Dataset.load(trial.corpus(), Path.of(""));
        Gemm.threads(trial.training().threads()); // as in a run
        Seq2Seq model =
                new Seq2Seq(trial.model(), data.source().size(), data.target().size(), trial.seed());
        List<Epoch> epochs = new ArrayList<>();
        Trainer trainer = new Trainer(model, data, trial.training(), trial.seed());
        trainer.train(trial.training().epochs(), new Trainer.Watcher() {
            @Override
            public void epoch(Epoch epoch) {
                epochs.add(epoch);
                log.accept(line(epoch));
            }

            @Override
            public boolean step(int epoch, Evaluation epochSoFar, double share) {
                return !Thread.currentThread().isInterrupted();
            }
        });
        if (epochs.isEmpty()) {
            throw new UserError("The training was interrupted in its first epoch: there is no model yet.");
        }
        trainer.restoreBest();
        return new TrainedModel(trial, data, model, epochs);
    }

    private static String line(Epoch epoch) {
        Evaluation valid = epoch.valid();
        String words = String.format(
                Locale.ROOT,
                "epoch %d  training loss %.3f",
                epoch.number(),
                epoch.train().loss());
        return valid == null
                ? words
                : words
                        + String.format(
                                Locale.ROOT,
                                "  validation loss %.3f  token accuracy %.3f",
                                valid.loss(),
                                valid.accuracy().share());
    }

    /** How many numbers were trained. */
    public long parameters() {
        return model.parameterCount();
    }

    /** The sentence pairs it was trained and is to be tested on. */
    public Dataset data() {
        return data;
    }

    /** Training and validation loss by epoch. */
    public Chart learningCurve() {
        List<Point> train = epochs.stream()
                .map(e -> new Point(e.number(), e.train().loss()))
                .toList();
        List<Mark> marks = new ArrayList<>(List.of(new Line("training", train)));
        List<Point> valid = new ArrayList<>();
        for (Epoch epoch : epochs) {
            Evaluation evaluation = epoch.valid();
            if (evaluation != null) valid.add(new Point(epoch.number(), evaluation.loss()));
        }
        if (!valid.isEmpty()) marks.add(new Line("validation", valid));
        return new Chart(
                "Learning curve",
                "Losses of one model, in nats per target token.",
                List.of(new Panel("", Axis.of("epoch"), Axis.of("loss (nats per token)"), marks)));
    }

    /**
     * What the model makes of a sentence, decoded greedily.
     *
     * @throws UserError if the sentence has no token
     */
    public String translate(String sentence) {
        int[] ids = ids(sentence);
        Example example = new Example(new SentencePair(sentence, ""), ids, new int[] {Vocabulary.EOS});
        Hypothesis hypothesis = Greedy.decode(
                        model, List.of(example), trial.decoding().limit(data.train()))
                .get(0);
        return data.tokenizer().detokenize(data.target().tokens(hypothesis.tokens()));
    }

    /** The tokens of a sentence as the encoder reads them, unknown ones as {@code <unk>}. */
    public List<String> tokens(String sentence) {
        return data.source().tokens(ids(sentence));
    }

    /** Teacher-forced loss of the test set, in nats per target token. */
    public double testLoss() {
        return loss(data.test());
    }

    double loss(List<Example> examples) {
        return Evaluation.of(model, examples, (example, position, loss) -> {}).loss();
    }

    /** The share of test sentences that are decoded as their references have them; one with an unknown token never is. */
    public double exactMatch() {
        List<Hypothesis> hypotheses =
                Greedy.decode(model, data.test(), trial.decoding().limit(data.train()));
        long right = IntStream.range(0, hypotheses.size())
                .filter(k ->
                        isRight(hypotheses.get(k).tokens(), data.test().get(k).target()))
                .count();
        return (double) right / hypotheses.size();
    }

    private static boolean isRight(int[] hypothesis, int[] reference) {
        return Arrays.equals(hypothesis, reference)
                && Arrays.stream(hypothesis).noneMatch(token -> token == Vocabulary.UNK);
    }

    /**
     * Teacher-forced test loss by target position, from 1, {@code </s>} counted.
     *
     * @return columns position, tokens, loss (nats per token)
     */
    public Table lossByPosition() {
        return losses("position", (example, position) -> position + 1);
    }

    /**
     * The same by source length.
     *
     * @return columns length, tokens, loss (nats per token)
     */
    public Table lossByLength() {
        return losses("length", (example, position) -> data.test().get(example).source().length);
    }

    private Table losses(String by, IntBinaryOperator place) {
        TreeMap<Integer, DoubleSummaryStatistics> losses = new TreeMap<>();
        Evaluation.of(model, data.test(), (example, position, loss) -> losses.computeIfAbsent(
                        place.applyAsInt(example, position), at -> new DoubleSummaryStatistics())
                .accept(loss));
        LongColumn places = LongColumn.create(by);
        LongColumn tokens = LongColumn.create("tokens");
        DoubleColumn means = DoubleColumn.create("loss");
        losses.forEach((at, sum) -> {
            places.append(at);
            tokens.append(sum.getCount());
            means.append(sum.getAverage());
        });
        return Table.create("loss by " + by, places, tokens, means);
    }

    /** How much of the context comes from each source token: shares that sum to one. */
    public double[] shares(String sentence) {
        float[] shares = contexts(new int[][] {ids(sentence)}).get(0).shares();
        return IntStream.range(0, shares.length).mapToDouble(t -> shares[t]).toArray();
    }

    /** The contexts of sentences of source token ids. */
    List<ContextOfSentence> contexts(int[][] sentences) {
        return model.contexts(PackedTokens.of(sentences));
    }

    private int[] ids(String sentence) {
        List<String> tokens = data.tokenizer().tokenize(sentence);
        if (tokens.isEmpty()) {
            throw new UserError("There is no token in \"" + sentence + "\"; expected a sentence.");
        }
        return data.source().ids(tokens);
    }
}
