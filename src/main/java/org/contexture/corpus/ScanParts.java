package org.contexture.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * The splits of SCAN into training and test. Commands are in random order, so that the first sentences of a test set
 * are a fair sample of it.
 */
final class ScanParts {
    private static final int MOST_ACTIONS_TRAINED = 22;
    private static final double PERCENT = 80;

    private ScanParts() {}

    static Parts of(CorpusSettings settings) {
        List<SentencePair> commands = Scan.commands();
        new RandomStream(settings.seed(), "SCAN").shuffle(commands);
        return switch (settings.split()) {
            case SIMPLE -> simple(commands, settings.percent());
            case LENGTH -> parted(commands, pair -> pair.target().split(" ").length <= MOST_ACTIONS_TRAINED);
            case ADD_PRIM_JUMP -> primitive(commands, "jump", 1467);
            case ADD_PRIM_TURN_LEFT -> primitive(commands, "turn left", 2189);
        };
    }

    private static Parts simple(List<SentencePair> commands, @Nullable Double percent) {
        double exact = (percent == null ? PERCENT : percent) / 100 * commands.size();
        // Rounded down as the paper does (8 % is 1,672 of 1,672.8), but never for a mere rounding error of the product.
        int trained = (int) Math.floor(exact + 1e-6);
        if (trained == 0 || trained == commands.size()) {
            throw new UserError("corpus.percent is " + percent + ", which leaves no SCAN command for "
                    + (trained == 0 ? "training" : "test") + "; expected between 0.01 and 99.99");
        }
        return new Parts(commands.subList(0, trained), commands.subList(trained, commands.size()));
    }

    /** As published: of the commands with the primitive, only the primitive itself is trained, {@code copies} times. */
    private static Parts primitive(List<SentencePair> commands, String primitive, int copies) {
        Parts parts = parted(
                commands,
                pair -> !pair.source().contains(primitive) || pair.source().equals(primitive));
        SentencePair alone = parts.train().stream()
                .filter(pair -> pair.source().equals(primitive))
                .findFirst()
                .orElseThrow();
        parts.train().addAll(Collections.nCopies(copies - 1, alone));
        return parts;
    }

    private static Parts parted(List<SentencePair> commands, Predicate<SentencePair> isTrained) {
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
        for (SentencePair pair : commands) {
            (isTrained.test(pair) ? parts.train() : parts.heldOut()).add(pair);
        }
        return parts;
    }
}
