package org.contexture.corpus;

import java.util.List;
import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;

/** The corpus part of an experiment file: where sentence pairs come from, how they are split, cut and numbered. */
public record CorpusSettings(
        @Setting("Generated task: copy, reverse, sort, addition, scan; instead of train.") @Nullable Task task,
        @Setting(
                        value = "Pairs to generate, before any are held out (copy, reverse, sort, addition).",
                        byDefault = "10000",
                        min = 1,
                        max = 10_000_000)
                int size,
        @Setting(
                        value =
                                "Shortest and longest generated sentence, in symbols; for addition, digits of a summand.",
                        byDefault = "[5, 10]",
                        min = 1,
                        max = 1000)
                List<Integer> length,
        @Setting(
                        value =
                                "Different symbols in generated sentences: 0 to 9, then s10, s11, … (copy, reverse, sort).",
                        byDefault = "10",
                        min = 1,
                        max = 1_000_000)
                int symbols,
        @Setting(value = "How SCAN is parted: simple, length, add-prim-jump, add-prim-turn-left.", byDefault = "simple")
                ScanSplit split,
        @Setting(
                        value = "Percent of all 20,910 SCAN commands that train in the simple split; by default 80.",
                        min = 0,
                        aboveMin = true,
                        max = 100)
                @Nullable Double percent,
        @Setting("Files of training pairs; instead of task.") @Nullable TextSettings train,
        @Setting(
                        value =
                                "Validation pairs: files, {fraction: 0.1} of the training pairs (the default), or none.",
                        oneOf = "none")
                @Nullable SplitSettings valid,
        @Setting(
                        value =
                                "Test pairs: files, {fraction: 0.1} of the training pairs, or none; by default a task's own, for files none.",
                        oneOf = "none")
                @Nullable SplitSettings test,
        @Setting(value = "Test pairs kept, a seeded sample; by default all.", min = 1, max = 1_000_000_000) @Nullable Integer testLimit,
        @Setting(
                        value = "What a token is: whitespace, character, word; addition is always read by character.",
                        byDefault = "whitespace")
                TokenizerKind tokenizer,
        @Setting(
                        value = "Times a token must occur in the training pairs to be known.",
                        byDefault = "1",
                        min = 1,
                        max = 1_000_000_000)
                int minCount,
        @Setting(
                        value = "Most tokens known a side, the four reserved not counted; by default all.",
                        min = 1,
                        max = 1_000_000_000)
                @Nullable Integer maxVocabulary,
        @Setting(
                        value = "Longest side of a training or validation pair, in tokens; by default any."
                                + " Test pairs are always kept whole.",
                        min = 1,
                        max = 1_000_000)
                @Nullable Integer maxLength,
        @Setting(value = "What happens to longer pairs: drop or truncate.", byDefault = "drop") Overlong overlong,
        @Setting(
                        value = "Seed of generation, splits and samples; one for all trials, so that they compare.",
                        byDefault = "1")
                long seed) {
    private static final int LONGEST = 1000;
    private static final SplitSettings TENTH = SplitSettings.ofFraction(0.1);

    /**
     * Checks what one key alone cannot show, and sets addition to be read by character.
     *
     * @throws IllegalArgumentException if keys contradict each other
     */
    public CorpusSettings {
        length = List.copyOf(length);
        require(
                (task == null) != (train == null),
                (task == null ? "corpus has neither task nor train" : "corpus has both task and train")
                        + "; give exactly one, such as task: reverse or train: {source: a.de, target: a.en}");
        require(
                length.size() == 2 && 1 <= length.get(0) && length.get(0) <= length.get(1) && length.get(1) <= LONGEST,
                "corpus.length is " + length
                        + "; expected the shortest and the longest, such as [5, 10], from 1 to 1000");
        require(
                percent == null || (task == Task.SCAN && split == ScanSplit.SIMPLE),
                "corpus.percent belongs to task: scan with split: simple; leave it out or change task and split");
        require(
                task != Task.SCAN || fraction(test) == 0,
                "corpus.test gives a fraction, but a split of SCAN has its own test set; leave corpus.test out");
        require(
                fraction(validation(valid)) + fraction(testing(task, test)) < 1,
                "corpus.valid and corpus.test hold out every training pair; their fractions must sum to less than 1");
        require(
                task != Task.ADDITION || tokenizer != TokenizerKind.WORD,
                "corpus.tokenizer is word, but addition is read by character; leave corpus.tokenizer out");
        tokenizer = task == Task.ADDITION ? TokenizerKind.CHARACTER : tokenizer;
    }

    /** Whether there is no validation set. */
    public boolean isWithoutValidation() {
        return validation().none();
    }

    /** Where validation pairs come from, the default filled in. */
    SplitSettings validation() {
        return validation(valid);
    }

    /** Where test pairs come from, the default filled in; null is the test set of SCAN's own split. */
    @Nullable SplitSettings testing() {
        return testing(task, test);
    }

    private static SplitSettings validation(@Nullable SplitSettings valid) {
        return valid == null ? TENTH : valid;
    }

    private static @Nullable SplitSettings testing(@Nullable Task task, @Nullable SplitSettings test) {
        if (test != null || task == Task.SCAN) {
            return test;
        }
        return task == null ? SplitSettings.parse("none") : TENTH;
    }

    private static double fraction(@Nullable SplitSettings split) {
        Double fraction = split == null ? null : split.fraction();
        return fraction == null ? 0 : fraction;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
