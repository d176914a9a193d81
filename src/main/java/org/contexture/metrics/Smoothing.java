package org.contexture.metrics;

import org.jspecify.annotations.Nullable;

/** What BLEU does with an n-gram order that has no match (Chen and Cherry, 2014: methods 3, 1, 2 and none). */
public enum Smoothing {
    /** The k-th order without a match has precision 1 / (2^k · n-grams); sacreBLEU's default. */
    EXP(null),
    /** A small number stands in for the missing match. */
    FLOOR(0.1),
    /** k is added to matches and n-grams of every order but the first. */
    ADD_K(1.0),
    /** The precision is 0, and so is the score. */
    NONE(null);

    private final @Nullable Double usual;

    Smoothing(@Nullable Double usual) {
        this.usual = usual;
    }

    /** The usual number to smooth with, 0.1 for floor and 1 for add-k; null where none is used. */
    @Nullable Double usual() {
        return usual;
    }

    /** The name in signatures, settings and on the command line, such as {@code add-k}. */
    @Override
    public String toString() {
        return switch (this) {
            case EXP -> "exp";
            case FLOOR -> "floor";
            case ADD_K -> "add-k";
            case NONE -> "none";
        };
    }
}
