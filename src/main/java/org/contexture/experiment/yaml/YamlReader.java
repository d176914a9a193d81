package org.contexture.experiment.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.yaml.YamlNode.Entry;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * YAML read into located nodes, strictly: one document; no key twice; no anchors, aliases or tags, which could build
 * large trees from small files; at most 50 levels. Scalars keep their text: what it means is decided by the setting it
 * is for, so {@code 1e-3} is a number for a learning rate though YAML 1.1 calls it text.
 */
public final class YamlReader {
    private static final int DEEPEST = 50;
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 10)
                    .build())
            .build();

    private final Place start;
    private final int[] text;
    private final Problems problems;
    private final YAMLParser parser;

    private YamlReader(String text, Place start, Problems problems) throws IOException {
        this.start = start;
        this.text = text.codePoints().toArray();
        this.problems = problems;
        this.parser = YAML.createParser(text);
    }

    /**
     * The tree of a file; keys given twice are added to the problems.
     *
     * @throws UserError if the file cannot be read, is not YAML, is empty or holds several documents
     */
    public static YamlNode read(Path file, Problems problems) {
        return parse(YamlText.read(file), file.toString(), problems);
    }

    /** A hint at a file of a similar name beside one that does not exist; empty if there is none. */
    public static String neighbour(Path file) {
        return YamlText.neighbour(file);
    }

    /**
     * The tree of a text.
     *
     * @throws UserError as {@link #read}
     */
    public static YamlNode parse(String text, String file, Problems problems) {
        return parse(text, new Place(file, 1, 1), problems);
    }

    /**
     * The tree of a text, all of it at the place of an option if it starts there.
     *
     * @throws UserError as {@link #read}
     */
    @SuppressWarnings("deprecation") // nothing newer tells where YAML itself is broken
    public static YamlNode parse(String text, Place start, Problems problems) {
        try {
            YamlReader reader = new YamlReader(text, start, problems);
            try {
                return reader.document();
            } catch (JsonProcessingException e) {
                throw problems.fatal(
                        reader.place(
                                e instanceof MarkedYAMLException
                                        ? e.getLocation()
                                        : reader.parser.currentTokenLocation()),
                        "found text that is not YAML: " + reason(e)
                                + "; expected keys with values, such as model: { hidden: 64 }");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot fail to be read", e);
        }
    }

    /** The parser's own words, without the positions and contexts it repeats on further lines. */
    @SuppressWarnings("deprecation") // nothing newer tells the problem without its repetitions
    private static String reason(JsonProcessingException e) {
        String words = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getOriginalMessage();
        if (words != null && words.startsWith("Expected a field name")) {
            return "a key is itself a mapping or list";
        }
        if (words != null && words.startsWith("mapping values are not allowed")) {
            return "a second colon in a value; a text with a colon needs quotes";
        }
        return words == null ? "unknown" : words.strip().lines().findFirst().orElse("unknown");
    }

    private YamlNode document() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw problems.fatal(start, "found an empty file; expected keys such as corpus, model, sweep");
        }
        YamlNode root = node(token, 0, "");
        if (parser.nextToken() != null) {
            throw problems.fatal(here(), "found a second document; expected one experiment a file");
        }
        return root;
    }

    private YamlNode node(@Nullable JsonToken token, int depth, String path) throws IOException {
        Place place = checked();
        if (depth > DEEPEST) {
            throw problems.fatal(
                    place, "found more than " + DEEPEST + " levels inside each other; expected two or three");
        }
        if (token == JsonToken.START_OBJECT) {
            return map(place, depth, path);
        }
        if (token == JsonToken.START_ARRAY) {
            return list(place, depth, path);
        }
        if (parser.isClosed()) {
            throw problems.fatal(place, "found the end of the file inside a list or mapping; expected its other items");
        }
        String scalar = parser.getText();
        return new ScalarNode(place, scalar == null ? "" : scalar, token == JsonToken.VALUE_NULL || isPlain());
    }

    private MapNode map(Place place, int depth, String path) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            ScalarNode key = new ScalarNode(checked(), parser.currentName(), isPlain());
            YamlNode value = node(parser.nextToken(), depth + 1, Binder.join(path, key.text()));
            Entry first = entries.putIfAbsent(key.text(), new Entry(key, value));
            if (first != null) {
                problems.add(
                        key.place(),
                        Binder.join(path, ScalarNode.quote(key.text())),
                        "found a second time; expected each key once, and line "
                                + first.key().place().line() + " has it already");
            }
        }
        return new MapNode(place, entries);
    }

    private ListNode list(Place place, int depth, String path) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1, path));
        }
        return new ListNode(place, items);
    }

    /** This token's place, if YAML's machinery for anchors and tags is not used there. */
    private Place checked() {
        Place place = here();
        switch (firstCharacter()) {
            case '&', '*' ->
                throw problems.fatal(
                        place,
                        "found an anchor or alias (& or *); expected the value itself, or quotes around the text");
            case '!' ->
                throw problems.fatal(place, "found a tag (!); expected the value alone, or quotes around the text");
            default -> {
                return place;
            }
        }
    }

    private boolean isPlain() {
        return "\"'|>".indexOf(firstCharacter()) < 0;
    }

    private int firstCharacter() {
        long index = parser.currentTokenLocation().getCharOffset();
        return index < 0 || index >= text.length ? ' ' : text[(int) index];
    }

    private Place here() {
        return place(parser.currentTokenLocation());
    }

    private Place place(@Nullable JsonLocation location) {
        return start.isOption() || location == null || location.getLineNr() < 1
                ? start
                : new Place(start.file(), location.getLineNr(), Math.max(1, location.getColumnNr()));
    }
}
