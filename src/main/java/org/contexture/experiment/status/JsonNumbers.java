package org.contexture.experiment.status;

import com.fasterxml.jackson.databind.JsonNode;

/** Numbers that may not be known: JSON has no NaN, so null stands for it. */
final class JsonNumbers {
    private JsonNumbers() {}

    static double orNaN(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
}
