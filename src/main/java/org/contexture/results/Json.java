package org.contexture.results;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a result folder: one object a file, or one object a line. Duplicate keys are errors. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static final int LONGEST_LINE = 1 << 20;
    static final int LARGEST_FILE = 1 << 26;

    static final String REMEDY = "restore the file, or delete the trial's folder and run it again.";

    private Json() {}

    /** @throws UserError if the file is absurdly large or not one JSON object */
    static ObjectNode object(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new UserError(file + " is larger than 64 MB, which none of these files is: " + REMEDY);
            }
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * The objects of a file that is written a line at a time.
     *
     * @return every line's object; a last line without its line end, as a killed writer leaves it, counts only if whole
     * @throws UserError if a line is longer than 1 MB or not one JSON object, naming file and line
     */
    static List<ObjectNode> lines(Path file) {
        List<ObjectNode> objects = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    objects.add(parse(line.toByteArray(), file + ":" + number++));
                    line.reset();
                } else if (line.size() == LONGEST_LINE) {
                    throw new UserError(
                            file + ":" + number + " is longer than 1 MB, which no epoch's metrics are: " + REMEDY);
                } else {
                    line.write(b);
                }
            }
            addIfWhole(line.toByteArray(), objects);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return objects;
    }

    private static void addIfWhole(byte[] line, List<ObjectNode> objects) {
        try {
            objects.add(parse(line, ""));
        } catch (UserError torn) {
            // The runner was killed while it wrote this line; the epoch is not in the results.
        }
    }

    private static ObjectNode parse(byte[] json, String where) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw broken(where, "it is not an object", null);
        } catch (CharacterCodingException e) {
            throw broken(where, "it is not UTF-8", e);
        } catch (JacksonException e) {
            throw broken(where, e.getOriginalMessage(), e);
        }
    }

    private static UserError broken(String where, String why, @Nullable Throwable cause) {
        String message = where + " should hold one JSON object but cannot be read (" + why + "): " + REMEDY;
        return cause == null ? new UserError(message) : new UserError(message, cause);
    }

    /** @throws UserError if the key is missing or its value is not text */
    static String text(ObjectNode object, String key, Path file) {
        JsonNode value = object.get(key);
        if (value == null || !value.isTextual()) {
            throw new UserError(file + " should have the text \"" + key + "\" but has "
                    + (value == null ? "no such key" : value) + ": " + REMEDY);
        }
        return value.textValue();
    }
}
