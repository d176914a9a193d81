package org.contexture.experiment.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads JSON that others replace or remove meanwhile. */
final class LooseFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LARGEST = 1 << 26;

    private LooseFile() {}

    /** The object in a file; null if there is no such file any more, it is larger than 64 MB or holds something else. */
    static @Nullable JsonNode object(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            JsonNode json = bytes.length > LARGEST ? null : MAPPER.readTree(bytes);
            return json instanceof ObjectNode ? json : null;
        } catch (IOException e) { // gone, unreadable or no JSON
            return null;
        }
    }
}
