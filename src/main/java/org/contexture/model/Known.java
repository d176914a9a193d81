package org.contexture.model;

/** What has been made already at inference, and is not made again while parameters rest. */
final class Known {
    private final TokenProducts gates;
    private final TokenProducts logits;
    private int generation;

    /** For gates' inputs of so many numbers, and logits of so many tokens. */
    Known(int gatesWidth, int vocabulary) {
        gates = new TokenProducts(gatesWidth);
        logits = new TokenProducts(vocabulary);
    }

    /** Inputs of the decoder's gates, by token. */
    TokenProducts gates() {
        return gates;
    }

    /** Shares of the logits, by token. */
    TokenProducts logits() {
        return logits;
    }

    /** How often all was forgotten: what was made in an earlier generation holds no longer. */
    int generation() {
        return generation;
    }

    /** Parameters have changed, or may have. */
    void forget() {
        gates.forget();
        logits.forget();
        generation++;
    }
}
