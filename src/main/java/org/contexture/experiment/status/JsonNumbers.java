package org.contexture.experiment.status;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Numbers that may not be known: JSON has no NaN, so null stands for it. */
final class JsonNumbers {
    private JsonNumbers() {}

    static @Nullable Double orNull(double number) {
        return Double.isFinite(number) ? number : null;
    }

    static double orNaN(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
}
