package org.contexture.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Example;
import org.contexture.tensor.Seeds;

/**
 * Cuts examples into batches of similar length. For training a random order is cut into pools of {@value #POOL} batches, each
 * sorted by length and its batches shuffled: batches stay even in length and random in content. For evaluation the whole
 * set is sorted once.
 */
public final class Batches {
    private static final int POOL = 50;

    private Batches() {}

    /** Batches in a random order, as indices into the examples. */
    public static List<int[]> shuffled(List<Example> examples, int size, SplittableRandom random) {
        int[] order = Seeds.permutation(examples.size(), random);
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < order.length; from += size * POOL) {
            int[] pool = Arrays.copyOfRange(order, from, Math.min(order.length, from + size * POOL));
            List<int[]> cut = cut(byLength(examples, pool), size);
            for (int k : Seeds.permutation(cut.size(), random)) {
                batches.add(cut.get(k));
            }
        }
        return batches;
    }

    /** Batches in order of length, as indices into the examples. */
    public static List<int[]> sorted(List<Example> examples, int size) {
        return cut(byLength(examples, IntStream.range(0, examples.size()).toArray()), size);
    }

    /** The batch of these examples. */
    public static Batch batch(List<Example> examples, int[] indices) {
        return Batch.of(Arrays.stream(indices).mapToObj(examples::get).toList());
    }

    private static int[] byLength(List<Example> examples, int[] indices) {
        Comparator<Integer> target =
                Comparator.comparingInt(k -> examples.get(k).target().length);
        return Arrays.stream(indices)
                .boxed()
                .sorted(target.thenComparingInt(k -> examples.get(k).source().length))
                .mapToInt(k -> k)
                .toArray();
    }

    private static List<int[]> cut(int[] indices, int size) {
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < indices.length; from += size) {
            batches.add(Arrays.copyOfRange(indices, from, Math.min(indices.length, from + size)));
        }
        return batches;
    }
}
