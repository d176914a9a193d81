package org.contexture.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Corpus settings with the defaults of an experiment file; a test changes the keys it is about. */
public final class Draft {
    @Nullable Task task;

    int size = 10000;
    List<Integer> length = List.of(5, 10);
    int symbols = 10;
    ScanSplit split = ScanSplit.SIMPLE;

    @Nullable Double percent;

    @Nullable TextSettings train;

    @Nullable SplitSettings valid;

    @Nullable SplitSettings test;

    @Nullable Integer testLimit;

    TokenizerKind tokenizer = TokenizerKind.WHITESPACE;
    int minCount = 1;

    @Nullable Integer maxVocabulary;

    @Nullable Integer maxLength;

    Overlong overlong = Overlong.DROP;
    long seed = 1;

    static final SplitSettings NONE = SplitSettings.parse("none");

    public static Draft of(Task task) {
        Draft draft = new Draft();
        draft.task = task;
        return draft;
    }

    public static Draft pairs(String file) {
        Draft draft = new Draft();
        draft.train = new TextSettings(null, null, file, null);
        return draft;
    }

    public Draft size(int value) {
        size = value;
        return this;
    }

    public Draft length(int least, int most) {
        length = List.of(least, most);
        return this;
    }

    public Draft symbols(int value) {
        symbols = value;
        return this;
    }

    public Draft split(ScanSplit value) {
        split = value;
        return this;
    }

    public Draft percent(double value) {
        percent = value;
        return this;
    }

    public Draft valid(SplitSettings value) {
        valid = value;
        return this;
    }

    public Draft test(SplitSettings value) {
        test = value;
        return this;
    }

    public Draft testLimit(int value) {
        testLimit = value;
        return this;
    }

    public Draft tokenizer(TokenizerKind value) {
        tokenizer = value;
        return this;
    }

    public Draft maxLength(int value, Overlong what) {
        maxLength = value;
        overlong = what;
        return this;
    }

    public Draft seed(long value) {
        seed = value;
        return this;
    }

    public CorpusSettings settings() {
        return new CorpusSettings(
                task,
                size,
                length,
                symbols,
                split,
                percent,
                train,
                valid,
                test,
                testLimit,
                tokenizer,
                minCount,
                maxVocabulary,
                maxLength,
                overlong,
                seed);
    }
}
