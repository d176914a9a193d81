package org.contexture.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.setting.Setting;

/**
 * Translation edit rate (Snover et al., 2006): how many words must be inserted, deleted, substituted or moved in a block, for each
 * reference word. The lower the better.
 *
 * <pre>
 *   TER = 100 · Σ edits to the nearest reference / Σ mean reference length
 * </pre>
 *
 * Edits are found by Tercom's heuristics as sacreBLEU 2.6.0 has them, see {@link EditRate}.
 *
 * @param normalized set punctuation apart and undo XML escapes first
 * @param noPunct leave punctuation out
 * @param asianSupport with {@code normalized} each Asian character is a word, with {@code noPunct} Asian punctuation goes too
 * @param caseSensitive keep case
 */
public record Ter(
        @Setting(value = "Set punctuation apart and undo XML escapes first.", byDefault = "false") boolean normalized,
        @Setting(value = "Leave punctuation out.", byDefault = "false") boolean noPunct,
        @Setting(
                        value =
                                "With normalized, each Asian character is a word; with noPunct, Asian punctuation goes too.",
                        byDefault = "false")
                boolean asianSupport,
        @Setting(value = "Keep case.", byDefault = "false") boolean caseSensitive)
        implements Metric {
    /** sacreBLEU's defaults, which are Tercom's: lower case, nothing else. */
    public static final Ter DEFAULT = new Ter(false, false, false, false);

    @Override
    public String name() {
        return "TER";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    /** Edits to the nearest reference, mean reference length. */
    @Override
    public int width() {
        return 2;
    }

    @Override
    public SegmentReferences references(List<String> references) {
        Words words = new Words();
        TerTokenizer tokenizer = new TerTokenizer(this);
        List<int[]> sentences = references.stream()
                .map(reference -> words.add(tokenizer.tokens(reference)))
                .toList();
        double meanLength = (double) sentences.stream().mapToInt(s -> s.length).sum() / sentences.size();
        return hypothesis -> {
            int[] known = words.known(tokenizer.tokens(hypothesis));
            int least = sentences.stream()
                    .mapToInt(reference -> EditRate.edits(known, reference))
                    .min()
                    .orElseThrow();
            return new double[] {least, meanLength};
        };
    }

    @Override
    public TerParts parts(double[] sums) {
        return new TerParts(100 * rate(sums[0], sums[1], sums[0] / sums[1]), (long) sums[0], sums[1]);
    }

    @Override
    public double ofResample(float[] sums) {
        return 100 * rate(sums[0], sums[1], sums[0] / sums[1]);
    }

    // Without any reference word a hypothesis is wholly wrong, or right if it is empty too.
    private static double rate(double edits, double referenceLength, double quotient) {
        return referenceLength > 0 ? quotient : edits > 0 ? 1 : 0;
    }

    @Override
    public Signature signature(String references) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("case", caseSensitive ? "mixed" : "lc");
        fields.put("tok", "tercom");
        fields.put("norm", Signature.yes(normalized));
        fields.put("punct", Signature.yes(!noPunct));
        fields.put("asian", Signature.yes(asianSupport));
        return Signature.of(references, fields);
    }

    /**
     * A TER score and what it is made of.
     *
     * @param score at least 0, without an upper bound
     * @param edits to the nearest references
     * @param referenceLength in words, averaged over a segment's references
     */
    public record TerParts(double score, long edits, double referenceLength) implements Parts {}
}
