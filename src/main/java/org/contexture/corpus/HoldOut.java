package org.contexture.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contexture.setting.UserError;

/**
 * Holds a seeded part of the training pairs out. All copies of a pair go to the same side, and at least one pair stays.
 *
 * <p>Pairs are taken in random order as long as they fit into the number wanted. A pair with many copies comes last: else the
 * primitive that an add-prim split repeats 1,467 times could fill a validation set alone and vanish from training. If
 * copies leave the number wanted unreachable, the nearest that the rarest pair allows is taken.
 */
final class HoldOut {
    /** A pair with more copies than this part of the number wanted is taken only when no other is left. */
    private static final int MANY = 10;

    private final Map<SentencePair, Integer> copies = new LinkedHashMap<>();
    private final List<SentencePair> pairs;
    private final int wanted;

    private HoldOut(List<SentencePair> pairs, int wanted) {
        this.pairs = pairs;
        this.wanted = Math.min(wanted, pairs.size() - 1);
        pairs.forEach(pair -> copies.merge(pair, 1, Integer::sum));
    }

    /**
     * Parts the pairs, keeping their order on both sides.
     *
     * @param key the setting that asks, for the message
     * @throws UserError if there are not two different pairs to part
     */
    static Parts part(List<SentencePair> pairs, int wanted, RandomStream random, String key) {
        HoldOut holdOut = new HoldOut(pairs, wanted);
        if (holdOut.copies.size() < 2) {
            throw new UserError(key
                    + " cannot hold out a part of the training pairs: the same pair may not be on both sides,"
                    + " and " + holdOut.copies.size() + " different pair is left to part; give more pairs or set " + key
                    + " to none");
        }
        return holdOut.parts(holdOut.taken(random));
    }

    private Set<SentencePair> taken(RandomStream random) {
        Set<SentencePair> taken = new HashSet<>();
        int size = 0;
        SentencePair rarest = null;
        for (SentencePair pair : inOrder(random)) {
            if (size + count(pair) <= wanted) {
                taken.add(pair);
                size += count(pair);
            } else if (rarest == null || count(pair) < count(rarest)) {
                rarest = pair;
            }
        }
        boolean nearer =
                rarest != null && size + count(rarest) - wanted < wanted - size && taken.size() + 1 < copies.size();
        if (rarest != null && (taken.isEmpty() || nearer)) {
            taken.add(rarest);
        }
        return taken;
    }

    private List<SentencePair> inOrder(RandomStream random) {
        List<SentencePair> order = new ArrayList<>(copies.keySet());
        random.shuffle(order);
        order.sort(Comparator.comparing(pair -> count(pair) > Math.max(1, wanted / MANY)));
        return order;
    }

    private int count(SentencePair pair) {
        return copies.getOrDefault(pair, 0);
    }

    private Parts parts(Set<SentencePair> taken) {
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
        pairs.forEach(pair -> (taken.contains(pair) ? parts.heldOut() : parts.train()).add(pair));
        return parts;
    }
}
