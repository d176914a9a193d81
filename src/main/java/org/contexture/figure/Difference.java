package org.contexture.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What two sentences share and what not: a longest common subsequence of tokens, in reading order (Wagner and Fischer, 1974). */
public final class Difference {
    private Difference() {}

    /** Where a token is. */
    public enum Kind {
        BOTH,
        /** In the reference only. */
        MISSING,
        /** In the hypothesis only. */
        EXTRA
    }

    /** A token of either sentence. */
    public record Piece(Kind kind, String token) {}

    /** Missing tokens stand before the extra ones in their place. */
    public static List<Piece> of(List<String> reference, List<String> hypothesis) {
        int[][] common = common(reference, hypothesis);
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < reference.size() || j < hypothesis.size()) {
            if (i < reference.size()
                    && j < hypothesis.size()
                    && reference.get(i).equals(hypothesis.get(j))) {
                pieces.add(new Piece(Kind.BOTH, reference.get(i++)));
                j++;
            } else if (j == hypothesis.size() || (i < reference.size() && common[i + 1][j] >= common[i][j + 1])) {
                pieces.add(new Piece(Kind.MISSING, reference.get(i++)));
            } else {
                pieces.add(new Piece(Kind.EXTRA, hypothesis.get(j++)));
            }
        }
        return Collections.unmodifiableList(pieces);
    }

    /** The length of the longest common subsequence of what follows i and j. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
