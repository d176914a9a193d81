package org.contexture.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.contexture.corpus.TextFile;
import org.contexture.results.Results;
import org.contexture.setting.UserError;

/**
 * Decoded sentences beside their references, with what differs marked.
 *
 * @param title of which trial they are
 */
public record DecodedSentences(String title, List<Sentence> sentences) {
    /**
     * A test sentence.
     *
     * @param number from 1, in the order of the test set
     */
    public record Sentence(int number, String source, String reference, String hypothesis) {
        /** Whether it was decoded as the reference has it. */
        public boolean isRight() {
            return reference.equals(hypothesis);
        }

        /** How the hypothesis differs from the reference, token by token. */
        public List<Difference.Piece> difference() {
            return Difference.of(List.of(reference.split(" ")), List.of(hypothesis.split(" ")));
        }
    }

    public DecodedSentences {
        sentences = List.copyOf(sentences);
    }

    /** Of a trial that ended well. */
    static DecodedSentences of(Results results, String trial) {
        Path folder = results.trialFolder(trial);
        List<String> sources = lines(folder, "sources.txt");
        List<String> references = lines(folder, "references.txt");
        List<String> hypotheses = lines(folder, "hypotheses.txt");
        if (references.size() != sources.size() || hypotheses.size() != sources.size()) {
            throw new UserError(
                    folder + ": sources.txt, references.txt and hypotheses.txt have " + sources.size() + ", "
                            + references.size() + " and " + hypotheses.size()
                            + " lines where as many of each were expected: run the experiment again.");
        }
        return new DecodedSentences(
                trial,
                IntStream.range(0, sources.size())
                        .mapToObj(i -> new Sentence(i + 1, sources.get(i), references.get(i), hypotheses.get(i)))
                        .toList());
    }

    private static List<String> lines(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    file + " is missing: the trial has not ended well, or its folder was not published with "
                            + "the tables; run the experiment to have it.");
        }
        return TextFile.lines(file, "The trial");
    }

    /** Those that differ from their references. */
    public DecodedSentences wrong() {
        return new DecodedSentences(
                title + ", wrong", sentences.stream().filter(s -> !s.isRight()).toList());
    }

    /** The first n. */
    public DecodedSentences first(int n) {
        return new DecodedSentences(title, new ArrayList<>(sentences.subList(0, Math.min(n, sentences.size()))));
    }
}
