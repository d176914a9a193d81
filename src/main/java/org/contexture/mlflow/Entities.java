package org.contexture.mlflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Params, metrics and tags as MLflow takes them, within its limits: a key and a value are cut, with a word, and lists are parted.
 * The numbers are those of MLflow's {@code utils/validation.py}; bytes are counted where it may count characters.
 */
final class Entities {
    static final int PARAM_BYTES = 6000;
    static final int TAG_BYTES = 5000;
    static final int KEY_BYTES = 250;
    static final int METRICS = 1000;
    static final int PARAMS_OR_TAGS = 100;
    /** A request may have a million bytes; its frame needs a few of them. */
    static final int REQUEST_BYTES = 990_000;

    private static final String CUT = " … (cut by Contexture)";

    private Entities() {}

    static Map<String, Object> param(String key, String value) {
        return Map.of("key", cut(key, KEY_BYTES), "value", cut(value, PARAM_BYTES));
    }

    static Map<String, Object> tag(String key, String value) {
        return Map.of("key", cut(key, KEY_BYTES), "value", cut(value, TAG_BYTES));
    }

    static Map<String, Object> metric(String key, double value, long millis, long step) {
        return Map.of("key", cut(key, KEY_BYTES), "value", value, "timestamp", millis, "step", step);
    }

    /** A text of at most so many bytes of UTF-8; whole characters stay whole. */
    static String cut(String text, int bytes) {
        if (size(text) <= bytes) {
            return text;
        }
        int left = bytes - size(CUT);
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            left -= size(text.substring(end, next));
            if (left < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + CUT;
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Parts of at most so many entities, each fitting a request, in order. */
    static List<List<Map<String, Object>>> parts(List<Map<String, Object>> all, int most) {
        List<List<Map<String, Object>>> parts = new ArrayList<>();
        List<Map<String, Object>> part = new ArrayList<>();
        int bytes = 0;
        for (Map<String, Object> entity : all) {
            int more = size(TrackingServer.json(entity)) + 1;
            if (!part.isEmpty() && (part.size() == most || bytes + more > REQUEST_BYTES)) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(entity);
            bytes += more;
        }
        if (!part.isEmpty()) parts.add(part);
        return parts;
    }
}
