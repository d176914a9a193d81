package org.contexture.tensor;

import java.util.SplittableRandom;

/**
 * Derives every random stream from a trial's seed and the stream's name, so that no stream depends on how much another
 * has drawn: adding dropout does not change the initialisation.
 */
public final class Seeds {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Seeds() {}

    /** The stream of this name; {@link SplittableRandom}'s algorithm is the same on every JVM. */
    public static SplittableRandom stream(long seed, String name) {
        long hash = FNV_OFFSET;
        for (int k = 0; k < name.length(); k++) {
            hash = (hash ^ name.charAt(k)) * FNV_PRIME;
        }
        return new SplittableRandom(new SplittableRandom(seed).nextLong() ^ hash);
    }

    /** A random order of 0 … n−1 (Fisher and Yates). */
    public static int[] permutation(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int k = 0; k < n; k++) {
            int other = random.nextInt(k + 1);
            order[k] = order[other];
            order[other] = k;
        }
        return order;
    }
}
