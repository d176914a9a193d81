package org.contexture.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.contexture.corpus.Example;
import org.contexture.corpus.SentencePair;

/** Random sentence pairs for tests. */
final class Sentences {
    static final int VOCABULARY = 13;

    private Sentences() {}

    static List<Example> random(int count, int longest, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Example> examples = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            examples.add(new Example(new SentencePair("", ""), tokens(random, longest), tokens(random, longest)));
        }
        return examples;
    }

    private static int[] tokens(SplittableRandom random, int longest) {
        int[] tokens = new int[1 + random.nextInt(longest)];
        for (int t = 0; t < tokens.length; t++) {
            tokens[t] = 4 + random.nextInt(VOCABULARY - 4);
        }
        return tokens;
    }
}
