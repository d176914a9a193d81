package org.contexture.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.contexture.corpus.Vocabulary;
import org.contexture.model.ContextOfSentence;
import org.contexture.setting.UserError;
import org.contexture.statistics.LinearProbe;
import org.contexture.tensor.Seeds;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a context still tells of the tokens it was made of: for sentences of random words, of one length after another, a linear
 * probe is asked which word stood at each position.
 */
final class Probing {
    private static final int FITTED = 1500;
    private static final int ASKED = 500;
    private static final long SEED = 1;

    private Probing() {}

    /**
     * Probes models with the same sentences.
     *
     * @param models by the names they are to have in the table
     * @param lengths of sentences, in tokens
     * @throws UserError if the models do not read the same words
     */
    static ProbedWords words(Map<String, TrainedModel> models, int... lengths) {
        requireOneVocabulary(models);
        StringColumn names = StringColumn.create("model");
        LongColumn lengthColumn = LongColumn.create("length");
        LongColumn positions = LongColumn.create("position");
        DoubleColumn accuracies = DoubleColumn.create("accuracy");
        for (int length : lengths) {
            models.forEach((name, model) -> {
                double[] accuracy = accuracies(model, length);
                for (int position = 0; position < length; position++) {
                    names.append(name);
                    lengthColumn.append(length);
                    positions.append(position + 1);
                    accuracies.append(accuracy[position]);
                }
            });
        }
        return new ProbedWords(
                Table.create("words that a probe reads from contexts", names, lengthColumn, positions, accuracies));
    }

    private static void requireOneVocabulary(Map<String, TrainedModel> models) {
        List<List<String>> vocabularies = models.values().stream()
                .map(model -> model.data().source().tokens())
                .distinct()
                .toList();
        if (vocabularies.size() > 1) {
            throw new UserError("The models read different words, so that what a probe finds in them does not compare; "
                    + "expected models of one corpus.");
        }
    }

    /** Of each position of sentences of one length. */
    private static double[] accuracies(TrainedModel model, int length) {
        int words = model.data().source().size() - Vocabulary.FIRST_WORD;
        int[][] sentences = sentences(length, words);
        List<float[]> contexts = new ArrayList<>();
        for (ContextOfSentence context : model.contexts(sentences)) {
            contexts.add(context.values());
        }
        float[][] fitted = contexts.subList(0, FITTED).toArray(float[][]::new);
        float[][] asked = contexts.subList(FITTED, FITTED + ASKED).toArray(float[][]::new);
        double[] accuracies = new double[length];
        for (int position = 0; position < length; position++) {
            int[] classes = new int[sentences.length];
            for (int n = 0; n < classes.length; n++) {
                classes[n] = sentences[n][position] - Vocabulary.FIRST_WORD;
            }
            LinearProbe probe = LinearProbe.fit(fitted, Arrays.copyOf(classes, FITTED), words);
            accuracies[position] = probe.accuracy(asked, Arrays.copyOfRange(classes, FITTED, classes.length));
        }
        return accuracies;
    }

    private static int[][] sentences(int length, int words) {
        SplittableRandom random = Seeds.stream(SEED, "probing sentences of " + length);
        int[][] sentences = new int[FITTED + ASKED][length];
        for (int[] sentence : sentences) {
            for (int t = 0; t < length; t++) {
                sentence[t] = Vocabulary.FIRST_WORD + random.nextInt(words);
            }
        }
        return sentences;
    }
}
