package org.contexture.statistics;

/**
 * NumPy's {@code default_rng(seed)}: the generator PCG64 (O'Neill, 2014: PCG XSL RR 128/64) seeded by a SeedSequence of four
 * words (O'Neill's {@code seed_seq} hash, as NumPy has it). The same seed gives the same draws as NumPy, so that resampling
 * picks the same segments and its p-values can be compared digit by digit with those of Python programs.
 */
public final class Pcg64 {
    /** sacreBLEU's, and that of whatever draws here without being told a seed. */
    public static final long USUAL_SEED = 12_345;

    private static final int POOL = 4;
    private static final long MULTIPLIER_HIGH = 2549297995355413924L;
    private static final long MULTIPLIER_LOW = 4865540595714422341L;

    // State and increment are 128-bit numbers in two halves.
    private long high;
    private long low;
    private final long incrementHigh;
    private final long incrementLow;

    // NumPy draws 32-bit numbers from the low and then the high half of a 64-bit one, and bits from 32-bit ones.
    private long kept;
    private boolean hasKept;
    private int bits;
    private int bitsLeft;

    /**
     * @param seed as in {@code default_rng(seed)}
     * @throws IllegalArgumentException if it is negative
     */
    public Pcg64(long seed) {
        if (seed < 0) {
            throw new IllegalArgumentException("a seed must be at least 0 but is " + seed);
        }
        long[] state = state(pool(new int[] {(int) seed, (int) (seed >>> 32)}));
        incrementHigh = state[2] << 1 | state[3] >>> 63;
        incrementLow = state[3] << 1 | 1;
        step();
        add(state[0], state[1]);
        step();
    }

    // A seed below 2^32 is one word; NumPy fills up the pool with zeros, which is the same as a second word of 0.
    private static int[] pool(int[] entropy) {
        Hash hash = new Hash(0x43b0d7e5, 0x931e8875);
        int[] pool = new int[POOL];
        for (int i = 0; i < POOL; i++) {
            pool[i] = hash.of(i < entropy.length ? entropy[i] : 0);
        }
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++) {
                if (from != to) {
                    int mixed = pool[to] * 0xca01f9dd - hash.of(pool[from]) * 0x4973f715;
                    pool[to] = mixed ^ mixed >>> 16;
                }
            }
        }
        return pool;
    }

    private static long[] state(int[] pool) {
        Hash hash = new Hash(0x8b51f9dd, 0x58f38ded);
        long[] state = new long[4];
        for (int i = 0; i < state.length; i++) {
            long lower = Integer.toUnsignedLong(hash.of(pool[2 * i % POOL]));
            state[i] = lower | (long) hash.of(pool[(2 * i + 1) % POOL]) << 32;
        }
        return state;
    }

    /** SeedSequence's hash, whose constant changes with every number. */
    private static final class Hash {
        private final int multiplier;
        private int constant;

        Hash(int constant, int multiplier) {
            this.constant = constant;
            this.multiplier = multiplier;
        }

        int of(int value) {
            int x = value ^ constant;
            constant *= multiplier;
            x *= constant;
            return x ^ x >>> 16;
        }
    }

    private void step() {
        long product = low * MULTIPLIER_LOW;
        high = unsignedMultiplyHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
        low = product;
        add(incrementHigh, incrementLow);
    }

    private void add(long addHigh, long addLow) {
        low += addLow;
        high += addHigh + (Long.compareUnsigned(low, addLow) < 0 ? 1 : 0);
    }

    // Math.unsignedMultiplyHigh came with Java 18.
    private static long unsignedMultiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    /** 64 random bits. */
    public long nextLong() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** 32 random bits. */
    public int nextInt() {
        if (hasKept) {
            hasKept = false;
            return (int) (kept >>> 32);
        }
        kept = nextLong();
        hasKept = true;
        return (int) kept;
    }

    /**
     * A number from 0 to n − 1, as {@code integers(n)} and {@code choice(n)} draw it (Lemire, 2019).
     *
     * @throws IllegalArgumentException if n is below 1
     */
    public int below(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1 but is " + n);
        }
        if (n == 1) {
            return 0;
        }
        long product = Integer.toUnsignedLong(nextInt()) * n;
        if ((product & 0xFFFFFFFFL) < n) {
            long threshold = (1L << 32) % n;
            while ((product & 0xFFFFFFFFL) < threshold) {
                product = Integer.toUnsignedLong(nextInt()) * n;
            }
        }
        return (int) (product >>> 32);
    }

    /** A truth value, as {@code integers(2, dtype=bool)} draws it; mix it with other draws only between whole arrays. */
    public boolean nextBoolean() {
        if (bitsLeft == 0) {
            bits = nextInt();
            bitsLeft = 32;
        }
        boolean bit = (bits & 1) != 0;
        bits >>>= 1;
        bitsLeft--;
        return bit;
    }

    /** A number in [0, 1), a multiple of 2^-53, as {@code random()} draws it. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }
}
