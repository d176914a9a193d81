package org.contexture.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.contexture.report.Block.Fact;
import org.contexture.report.Block.Facts;
import org.contexture.report.Block.Points;
import org.contexture.results.Results;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** How numbers came about, and what they do not say. */
final class Method {
    private static final List<String> STATISTICS = List.of(
            "Test metrics are those of the best epoch by validation loss. Sentences are decoded greedily.",
            "A mean is over the seeds of a configuration that ended well; ± is their standard deviation; 95 % CI is the t interval of the "
                    + "mean over seeds. Bands of curves reach from the lowest to the highest seed.",
            "Differences are taken seed by seed. p is that of the exact sign-flip test of these differences. For the values of a setting it is "
                    + "corrected by Holm for their number. That a configuration is the best takes a difference from each of the others, so the "
                    + "largest p counts, and needs no correction.",
            "An effect of a setting takes, for each seed, the mean difference over all pairs of trials that agree in everything else as one "
                    + "value. It describes this grid, not settings or data that were not tried.",
            "Not significant does not mean equal: an interval holds every difference that these seeds cannot rule out. Where seeds are too "
                    + "few for a test to reach p ≤ 0.05 whatever its outcome, no p is given.",
            "docs/statistics.md of Contexture says more of each statistic, docs/metrics.md how scores are computed.");

    private Method() {}

    static Section of(Results results) {
        List<Block> blocks = new ArrayList<>(List.of(new Points(STATISTICS)));
        List<Fact> signatures = signatures(results);
        if (!signatures.isEmpty()) blocks.add(new Facts(signatures));
        return new Section("method", "Method", blocks);
    }

    /** What scores were computed with, such as sacreBLEU's signature. */
    private static List<Fact> signatures(Results results) {
        List<Fact> facts = new ArrayList<>();
        for (Column<?> column : results.trials().columns()) {
            if (column.name().endsWith("Signature") && column instanceof StringColumn texts) {
                Set<String> values = new LinkedHashSet<>(texts.removeMissing().asList());
                if (!values.isEmpty()) {
                    facts.add(new Fact(column.name().replace("Signature", " signature"), String.join("; ", values)));
                }
            }
        }
        return facts;
    }
}
