package org.contexture.corpus;

import java.nio.file.Path;
import java.util.List;

/**
 * A corpus cut into tokens and numbered, ready to train on.
 *
 * @param source vocabulary of the source side, from the training pairs alone
 * @param target vocabulary of the target side, from the training pairs alone
 * @param tokenizer what cut the sentences and joins hypotheses
 * @param train examples to train on, never empty
 * @param valid examples that choose the best epoch; empty without validation
 * @param test examples to score, each whole whatever its length; empty without a test set
 * @param notes the corpus's notes and what happened to pairs since, one sentence each
 * @param sha256 the corpus's, see {@link Corpus#sha256}
 */
public record Dataset(
        Vocabulary source,
        Vocabulary target,
        Tokenizer tokenizer,
        List<Example> train,
        List<Example> valid,
        List<Example> test,
        List<String> notes,
        String sha256) {
    public Dataset {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
        test = List.copyOf(test);
        notes = List.copyOf(notes);
    }

    /**
     * Cuts and numbers a corpus.
     *
     * @throws org.contexture.setting.UserError if no pair or no token of a set remains
     */
    public static Dataset prepare(Corpus corpus, CorpusSettings settings) {
        return new Preparation(corpus, settings).dataset();
    }

    /** Loads the corpus and prepares it; see {@link Corpus#load} and {@link #prepare} for what can go wrong. */
    public static Dataset load(CorpusSettings settings, Path base) {
        return prepare(Corpus.load(settings, base), settings);
    }
}
