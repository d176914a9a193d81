package org.contexture.corpus;

import java.util.List;

/**
 * A stream of random integers that a seed and a name fix on every JVM, for ever.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, 2014): the state grows by a constant, and a mix of it is the output. Its own code
 * rather than the JDK's, because the JDK may improve its generators and shuffles, and a corpus may not change with them.
 */
final class RandomStream {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** Different names make unrelated streams of one seed; so do different seeds of one name. */
    RandomStream(long seed, String name) {
        state = mix(mix(seed + GAMMA) ^ name.hashCode());
    }

    /** A uniform integer, 0 ≤ result &lt; bound. */
    int below(int bound) {
        long bits = next() >>> 1;
        long result = bits % bound;
        // Refuse the incomplete last block of values, which would favour small results.
        while (bits - result + (bound - 1) < 0) {
            bits = next() >>> 1;
            result = bits % bound;
        }
        return (int) result;
    }

    /** A uniform integer, least ≤ result ≤ most. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Orders the list at random: every order equally likely (Fisher and Yates; Durstenfeld, 1964). */
    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            T last = list.get(i);
            list.set(i, list.set(below(i + 1), last));
        }
    }

    private long next() {
        state += GAMMA;
        return mix(state);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
