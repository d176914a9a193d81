package org.contexture.corpus;

import java.nio.file.Path;
import java.util.List;

/**
 * Sentence pairs as text, parted into training, validation and test.
 *
 * @param train pairs to train on, never empty
 * @param valid pairs that choose the best epoch; empty without validation
 * @param test pairs to score; empty without a test set
 * @param notes what a reader of the results should know, one sentence each
 * @param sha256 64 lower-case hexadecimal digits over the three lists, see {@link Fingerprint}
 */
public record Corpus(
        List<SentencePair> train,
        List<SentencePair> valid,
        List<SentencePair> test,
        List<String> notes,
        String sha256) {
    public Corpus {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
        test = List.copyOf(test);
        notes = List.copyOf(notes);
    }

    /**
     * Reads or generates the pairs and splits them.
     *
     * @param base the experiment file's folder, where relative paths start
     * @throws org.contexture.setting.UserError naming file and line if a file does not hold what it should, or the setting
     *     that asks for a split the pairs do not allow
     */
    public static Corpus load(CorpusSettings settings, Path base) {
        return new CorpusLoader(settings, base).load();
    }
}
