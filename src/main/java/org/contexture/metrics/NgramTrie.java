package org.contexture.metrics;

import java.util.Arrays;

/**
 * The n-grams of a segment's references with how often each may be matched: the largest count of any one reference. A trie, so
 * that an n-gram is found from the one it begins with, and comparison is exact without building a key for each; its
 * children lie in one hash table with open addressing. Threads may share it.
 */
final class NgramTrie {
    private static final long FREE = -1;
    private static final int ROOT = 0;

    private final int order;
    private final long[] keys;
    private final int[] nodes;
    private final int[] limits;
    private int size = 1; // the root

    private NgramTrie(int order, int mostNodes) {
        this.order = order;
        int capacity = Integer.highestOneBit(Math.max(2, mostNodes) * 2 - 1) * 2;
        keys = new long[capacity];
        Arrays.fill(keys, FREE);
        nodes = new int[capacity];
        limits = new int[mostNodes];
    }

    /** All n-grams up to an order of sentences whose symbols are at least 0. */
    static NgramTrie of(int order, int[]... sentences) {
        int most = 1;
        for (int[] sentence : sentences) {
            most += order * sentence.length;
        }
        NgramTrie trie = new NgramTrie(order, most);
        for (int[] sentence : sentences) {
            trie.add(sentence);
        }
        return trie;
    }

    private void add(int[] sentence) {
        int[] counts = new int[limits.length];
        for (int start = 0; start < sentence.length; start++) {
            int node = ROOT;
            for (int n = 0; n < order && start + n < sentence.length; n++) {
                node = childOrNew(node, sentence[start + n]);
                counts[node]++;
            }
        }
        for (int node = 1; node < size; node++) {
            limits[node] = Math.max(limits[node], counts[node]);
        }
    }

    /** How many n-grams of each order {@code [order]} a hypothesis has in common, each at most as often as a reference. */
    int[] matches(int[] hypothesis) {
        int[] used = new int[size];
        int[] matches = new int[order];
        for (int start = 0; start < hypothesis.length; start++) {
            int node = ROOT;
            for (int n = 0; n < order && start + n < hypothesis.length; n++) {
                int slot = hypothesis[start + n] < 0 ? -1 : slot(node, hypothesis[start + n]);
                if (slot < 0 || keys[slot] == FREE) {
                    break; // no reference has it, so none has a longer one that begins like it
                }
                node = nodes[slot];
                if (used[node] < limits[node]) {
                    used[node]++;
                    matches[n]++;
                }
            }
        }
        return matches;
    }

    private int childOrNew(int parent, int symbol) {
        int slot = slot(parent, symbol);
        if (keys[slot] == FREE) {
            keys[slot] = key(parent, symbol);
            nodes[slot] = size++;
        }
        return nodes[slot];
    }

    private int slot(int parent, int symbol) {
        long key = key(parent, symbol);
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L; // 2^64 / golden ratio (Knuth's multiplicative hashing)
        int slot = (int) (mixed >>> 32) & mask;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static long key(int parent, int symbol) {
        return (long) parent << 32 | symbol;
    }
}
