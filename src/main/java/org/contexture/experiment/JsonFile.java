package org.contexture.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/** JSON text and files with the same bytes for the same content, on every system. */
public final class JsonFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter PRETTY =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private JsonFile() {}

    /** An ordered map of alternating keys and values, which may be null. */
    public static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int k = 0; k < keysAndValues.length; k += 2) {
            map.put(String.valueOf(keysAndValues[k]), keysAndValues[k + 1]);
        }
        return map;
    }

    /** A number that may not be known: JSON has no NaN and no infinity, so null stands for them. */
    public static @Nullable Double orNull(double number) {
        return Double.isFinite(number) ? number : null;
    }

    /** Indented, with a line end at the end. */
    public static String pretty(Map<String, ? extends @Nullable Object> map) {
        try {
            return PRETTY.writeValueAsString(map) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not representable in JSON: " + map, e);
        }
    }

    /** On one line. */
    public static String line(Map<String, ? extends @Nullable Object> map) {
        try {
            return MAPPER.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not representable in JSON: " + map, e);
        }
    }

    /**
     * Reads an object.
     *
     * @throws UserError if the file is missing or no JSON object
     */
    public static Map<String, @Nullable Object> read(Path file) {
        return parse(text(file), file.toString());
    }

    /**
     * Reads an object from its text.
     *
     * @param source where the text is from, for messages
     * @throws UserError if it is no JSON object
     */
    public static Map<String, @Nullable Object> parse(String text, String source) {
        try {
            Map<String, @Nullable Object> object = MAPPER.readValue(text, OBJECT);
            if (object == null) throw new UserError(source + ": not a JSON object but null");
            return object;
        } catch (JsonProcessingException e) {
            throw new UserError(source + ": not a JSON object (" + e.getOriginalMessage() + ")", e);
        }
    }

    /**
     * Reads an object a line. A last line that was torn off while it was written does not count.
     *
     * @throws UserError if another line is no JSON object, with its number
     */
    public static List<Map<String, @Nullable Object>> lines(Path file) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        String[] lines = text(file).split("\n", -1);
        for (int k = 0; k < lines.length - 1; k++) {
            try {
                objects.add(MAPPER.readValue(lines[k], OBJECT));
            } catch (JsonProcessingException e) {
                throw new UserError(file + ":" + (k + 1) + ": not a JSON object (" + e.getOriginalMessage() + ")", e);
            }
        }
        return objects;
    }

    /**
     * The text of a file.
     *
     * @throws UserError if it cannot be read
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read (" + e + ")", e);
        }
    }
}
