package org.contexture.metrics;

/**
 * The edits between a hypothesis and a reference, as Tercom and sacreBLEU count them: the best move of a block of words is made,
 * again and again, while it makes the edit distance smaller; the edits are the moves and the distance that is left.
 *
 * <p>A block may be moved if it stands in the reference, is at most 10 words long, at most 50 words away from there, and neither
 * itself nor its place in the reference is right already. Of the moves, that with the largest gain is made, then the longest, then the
 * one of the earliest block, then to the earliest target. After 1,000 moves tried in a segment no more are made.
 */
final class EditRate {
    private static final int LONGEST_BLOCK = 10;
    private static final int FARTHEST = 50;
    private static final int MOST_CANDIDATES = 1000;

    private final int[] reference;
    private final EditDistance distance;
    private final int[] moved;
    private int[] words;
    private int candidates;

    // The best move so far.
    private int gain;
    private int length;
    private int start;
    private int target;
    private boolean found;

    private EditRate(int[] hypothesis, int[] reference) {
        this.reference = reference;
        words = hypothesis.clone();
        moved = new int[words.length];
        distance = new EditDistance(words, reference);
    }

    /** The number of edits; words are numbers, {@link Words#UNKNOWN} for those the reference does not have. */
    static int edits(int[] hypothesis, int[] reference) {
        if (reference.length == 0) {
            return hypothesis.length;
        }
        EditRate rate = new EditRate(hypothesis, reference);
        int moves = 0;
        while (rate.move()) {
            moves++;
        }
        return moves + rate.distance.total();
    }

    /** Makes the best move if there is one that pays. */
    private boolean move() {
        found = false;
        Alignment alignment = distance.alignment();
        search(alignment);
        if (candidates >= MOST_CANDIDATES || !found || gain <= 0) {
            return false;
        }
        permute(words, start, length, target, moved);
        words = moved.clone();
        distance.set(words);
        return true;
    }

    private void search(Alignment alignment) {
        for (int h = 0; h < words.length; h++) {
            int last = Math.min(reference.length - 1, h + FARTHEST);
            for (int r = Math.max(0, h - FARTHEST); r <= last; r++) {
                int longest = Math.min(LONGEST_BLOCK, Math.min(words.length - h, reference.length - r));
                for (int n = 1; n <= longest && words[h + n - 1] == reference[r + n - 1]; n++) {
                    if (alignment.mayMove(h, r, n)) {
                        tryTargets(alignment, h, r, n);
                        if (candidates >= MOST_CANDIDATES) {
                            return;
                        }
                    }
                }
            }
        }
    }

    /** Tries the block at every place where one of its words, or the word before it, would stand by its reference word. */
    private void tryTargets(Alignment alignment, int h, int r, int n) {
        int previous = -1;
        for (int offset = -1; offset < n; offset++) {
            int to = r + offset < 0 ? 0 : alignment.hypothesisOf(r + offset) + 1;
            if (to != previous) {
                previous = to;
                candidates++;
                consider(h, n, to);
            }
        }
    }

    private void consider(int h, int n, int to) {
        permute(words, h, n, to, moved);
        int gained = distance.total() - distance.of(moved, Math.min(h, to));
        if (!found || isBetter(gained, n, h, to)) {
            found = true;
            gain = gained;
            length = n;
            start = h;
            target = to;
        }
    }

    private boolean isBetter(int gained, int n, int h, int to) {
        if (gained != gain) return gained > gain;
        if (n != length) return n > length;
        return h != start ? h < start : to < target;
    }

    /** The words with a block moved before the word at {@code to}, or within the block's own reach along with what follows. */
    private static void permute(int[] words, int start, int length, int to, int[] moved) {
        if (to < start) {
            System.arraycopy(words, 0, moved, 0, to);
            System.arraycopy(words, start, moved, to, length);
            System.arraycopy(words, to, moved, to + length, start - to);
            System.arraycopy(words, start + length, moved, start + length, words.length - start - length);
        } else {
            // Beyond the block, the target counts words before the move; within it, words after it.
            int end = to > start + length ? to : Math.min(words.length, length + to);
            int between = end - start - length;
            System.arraycopy(words, 0, moved, 0, start);
            System.arraycopy(words, start + length, moved, start, between);
            System.arraycopy(words, start, moved, start + between, length);
            System.arraycopy(words, end, moved, end, words.length - end);
        }
    }
}
