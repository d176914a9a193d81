package org.contexture.experiment;

import org.contexture.corpus.VocabularySizes;
import org.contexture.model.ModelSettings;
import org.contexture.model.ParameterCount;

/**
 * A number of parameters, and the width that is chosen to come closest to it.
 *
 * @param parameters how many numbers the model should train
 * @param path of the width, {@code model.hidden} or {@code model.embedding}
 * @param from least width
 * @param to greatest width
 * @param tied whether embeddings are as wide as states, because the file gives them no width
 */
public record Budget(long parameters, String path, int from, int to, boolean tied) {
    /** The width of a model that comes closest; the smaller one of two that are as close. */
    int closest(ModelSettings model, VocabularySizes vocabularies) {
        int low = from;
        int high = to;
        while (low < high) { // more units, more parameters
            int middle = (low + high) >>> 1;
            if (distance(model, middle, vocabularies) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean isLess = low > from
                && Math.abs(distance(model, low - 1, vocabularies)) <= Math.abs(distance(model, low, vocabularies));
        return isLess ? low - 1 : low;
    }

    private long distance(ModelSettings model, int width, VocabularySizes vocabularies) {
        return ParameterCount.of(with(model, width), vocabularies) - parameters;
    }

    /** A model with the chosen width. */
    ModelSettings with(ModelSettings model, int width) {
        return path.equals("model.hidden")
                ? model.withWidths(tied ? width : model.embedding(), width)
                : model.withWidths(width, model.hidden());
    }
}
