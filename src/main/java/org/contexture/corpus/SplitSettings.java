package org.contexture.corpus;

import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;

/** Where validation or test pairs come from: files in one of three forms, a fraction of the training pairs, or nowhere. */
public record SplitSettings(
        @Setting(value = "File of source sentences, one a line; needs target.", path = true) @Nullable String source,
        @Setting(value = "File of target sentences, line by line those of source.", path = true) @Nullable String target,
        @Setting(value = "File of lines source, tab, target; further columns are ignored.", path = true) @Nullable String pairs,
        @Setting(value = "File of lines IN: command OUT: actions.", path = true) @Nullable String scan,
        @Setting(
                        value = "Part of the training pairs, as read, that is held out instead of trained on.",
                        min = 0,
                        aboveMin = true,
                        max = 0.9)
                @Nullable Double fraction,
        @Setting(value = "Whether there is no such set; also written as the one word none.", byDefault = "false")
                boolean none) {
    /**
     * Checks that one form is given, and whole.
     *
     * @throws IllegalArgumentException if none, several or half a form is given
     */
    public SplitSettings {
        if (!Form.isWhole(source, target)) {
            throw new IllegalArgumentException(
                    "corpus.valid or corpus.test gives only one of source and target; two-file text needs both");
        }
        if (Form.count(source, pairs, scan, fraction) + (none ? 1 : 0) != 1) {
            throw new IllegalArgumentException(
                    "corpus.valid and corpus.test take exactly one of source with target, pairs,"
                            + " scan, fraction or the word none; found files: " + Form.names(source, pairs, scan)
                            + ", fraction: " + fraction + ", none: " + none);
        }
    }

    /** A part of the training pairs, above 0 and below 1. */
    public static SplitSettings ofFraction(double fraction) {
        return new SplitSettings(null, null, null, null, fraction, false);
    }

    /**
     * The one-word form.
     *
     * @throws IllegalArgumentException if the word is not {@code none}
     */
    public static SplitSettings parse(String word) {
        if (!word.equals("none")) {
            throw new IllegalArgumentException("corpus.valid and corpus.test know one word, none, but found '" + word
                    + "'; otherwise give {fraction: 0.1} or files");
        }
        return new SplitSettings(null, null, null, null, null, true);
    }

    /** The files, or null if the pairs do not come from files. */
    @Nullable TextSettings files() {
        return none || fraction != null ? null : new TextSettings(source, target, pairs, scan);
    }
}
