package org.contexture.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.corpus.VocabularySizes;
import org.junit.jupiter.api.Test;

class ParameterCountTest {
    private static final VocabularySizes VOCABULARIES = new VocabularySizes(11, 7);

    @Test
    void everyModelHasAsManyParametersAsItsSettingsSay() {
        int models = 0;
        for (String cell : new Named.Cells().words()) {
            for (String context : new Named.Contexts().words()) {
                for (List<Feed> feed : feeds()) {
                    for (Bridge bridge : Bridge.values()) {
                        models += check(cell, context, feed, bridge);
                    }
                }
            }
        }
        assertEquals(
                3 * (3 * 7 + 4), models, "every feed with a dense bridge, half of them with a copy of the last state");
    }

    /** Every set of places that is not empty. */
    private static List<List<Feed>> feeds() {
        List<List<Feed>> feeds = new ArrayList<>(List.of(List.of()));
        for (Feed place : Feed.values()) {
            for (List<Feed> without : List.copyOf(feeds)) {
                feeds.add(Stream.concat(without.stream(), Stream.of(place)).toList());
            }
        }
        return feeds.subList(1, feeds.size());
    }

    private static int check(String cell, String context, List<Feed> feed, Bridge bridge) {
        if (bridge == Bridge.COPY && !(context.equals("last") && feed.contains(Feed.INIT))) {
            return 0;
        }
        ModelSettings settings = new ModelSettings(cell, context, feed, bridge, 3, 5);
        Seq2Seq model = new Seq2Seq(settings, VOCABULARIES.source(), VOCABULARIES.target(), 1);
        assertEquals(model.parameterCount(), ParameterCount.of(settings, VOCABULARIES), () -> settings.toString());

        return 1;
    }
}
