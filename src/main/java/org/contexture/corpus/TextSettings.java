package org.contexture.corpus;

import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;

/** Files of training pairs: exactly one of {@code source} with {@code target}, {@code pairs}, {@code scan}. */
public record TextSettings(
        @Setting(value = "File of source sentences, one a line; needs target.", path = true) @Nullable String source,
        @Setting(value = "File of target sentences, line by line those of source.", path = true) @Nullable String target,
        @Setting(value = "File of lines source, tab, target; further columns are ignored.", path = true) @Nullable String pairs,
        @Setting(value = "File of lines IN: command OUT: actions.", path = true) @Nullable String scan) {
    /**
     * Checks that one form is given, and whole.
     *
     * @throws IllegalArgumentException if none, several or half a form is given
     */
    public TextSettings {
        if (!Form.isWhole(source, target)) {
            throw new IllegalArgumentException(
                    "corpus.train gives only one of source and target; two-file text needs both");
        }
        if (Form.count(source, pairs, scan) != 1) {
            throw new IllegalArgumentException(
                    "corpus.train takes exactly one of source with target, pairs, scan; found "
                            + Form.names(source, pairs, scan));
        }
    }
}
