package org.contexture.experiment.yaml;

import java.util.Collection;
import java.util.Locale;

/** The known word a misspelt one was probably meant to be. */
public final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /** "; did you mean x?" for the candidate fewest edits away, or nothing if none is close. */
    public static String hint(String word, Collection<String> candidates) {
        String best = "";
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            boolean isOut = word.length() > LONGEST || word.equals(candidate);
            int edits = isOut ? Integer.MAX_VALUE : edits(lower(word), lower(candidate));
            if (edits < fewest && edits <= Math.max(1, Math.min(word.length(), candidate.length()) / 3)) {
                best = candidate;
                fewest = edits;
            }
        }
        return best.isEmpty() ? "" : "; did you mean " + best + "?";
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment; Damerau, 1964). */
    static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int edits = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(edits, d[i - 2][j - 2] + 1) : edits;
    }
}
