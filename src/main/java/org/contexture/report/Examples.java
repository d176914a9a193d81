package org.contexture.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contexture.figure.DecodedSentences;
import org.contexture.figure.Figures;
import org.contexture.report.Block.Decoded;
import org.contexture.report.Block.Words;
import org.contexture.results.Results;
import org.contexture.results.SeedValues;
import org.contexture.setting.UserError;

/** What the best configuration decodes wrongly. */
final class Examples {
    private static final int SHOWN = 10;
    /** Longer sentences fill a page, and take long to compare. */
    private static final int LONGEST = 2_000;

    private Examples() {}

    /** Of its first seed; nothing if its trial's folder is not there. */
    static Optional<Section> of(Results results, Standings standings) {
        return standings.best().flatMap(best -> of(results, best));
    }

    private static Optional<Section> of(Results results, SeedValues best) {
        String trial = best.trials().firstEntry().getValue();
        try {
            DecodedSentences all = Figures.decoded(results, trial);
            return Optional.of(new Section("examples", "What the best configuration decodes", blocks(trial, all)));
        } catch (UserError notPublished) {
            return Optional.empty();
        }
    }

    private static List<Block> blocks(String trial, DecodedSentences all) {
        DecodedSentences wrong = all.wrong();
        int sentences = all.sentences().size();
        int right = sentences - wrong.sentences().size();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Words("The trial " + trial + " decoded " + Wording.whole(right) + " of "
                + Wording.count(sentences, "test sentence") + " exactly as the reference has it."));
        List<DecodedSentences.Sentence> shown = wrong.sentences().stream()
                .filter(each -> each.reference().length() <= LONGEST
                        && each.hypothesis().length() <= LONGEST
                        && each.source().length() <= LONGEST)
                .limit(SHOWN)
                .toList();
        if (!shown.isEmpty()) {
            blocks.add(
                    new Words("The first wrong ones; struck out is what it lacks, underlined what it has too much."));
            blocks.add(new Decoded(new DecodedSentences(trial + ", wrongly decoded", shown)));
        }
        return blocks;
    }
}
