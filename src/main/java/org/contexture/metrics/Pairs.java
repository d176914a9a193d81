package org.contexture.metrics;

import java.util.List;

/** The one condition every score over a corpus shares: a hypothesis for each reference. */
final class Pairs {
    private Pairs() {}

    static void check(List<List<String>> hypotheses, List<List<String>> references) {
        if (hypotheses.size() != references.size()) {
            throw new IllegalArgumentException("a score needs one hypothesis a reference, but there are "
                    + hypotheses.size() + " hypotheses and " + references.size() + " references");
        }
    }
}
