package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contexture.experiment.yaml.Problems;
import org.contexture.experiment.yaml.YamlNode;
import org.contexture.experiment.yaml.YamlNode.ListNode;
import org.contexture.experiment.yaml.YamlNode.MapNode;
import org.contexture.experiment.yaml.YamlNode.ScalarNode;
import org.contexture.experiment.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use says the same as the reader, as far as one value shows it. */
class JsonSchemaTest {
    private static final Path SCHEMA = Path.of("docs/experiment.schema.json");
    private static final Pattern BLOCK = Pattern.compile("```yaml\\n([^`]*)```");

    private final com.networknt.schema.JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(JsonFile.pretty(JsonSchema.ofExperiments()));

    /** Renew it with {@code ./contexture schema > docs/experiment.schema.json}. */
    @Test
    void theCommittedSchemaIsTheRecordsOwn() throws IOException {
        assertEquals(JsonFile.pretty(JsonSchema.ofExperiments()), Files.readString(SCHEMA));
    }

    @Test
    void theSchemaItselfIsOne() throws IOException {
        JsonNode json = new ObjectMapper().readTree(SCHEMA.toFile());
        com.networknt.schema.JsonSchema draft7 = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
        assertEquals(List.of(), List.copyOf(draft7.validate(json)));
    }

    @Test
    void everyShippedExperimentIsValidAndNamesTheSchema() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("experiments"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                String yaml = Files.readString(file);
                assertEquals(List.of(), problems(yaml), file.toString());
                assertTrue(
                        yaml.startsWith("# yaml-language-server: $schema=../docs/experiment.schema.json\n"),
                        file.toString());
            }
        }
    }

    @Test
    void everyDocumentedExampleIsValid() throws IOException {
        int examples = 0;
        for (String page : List.of("README.md", "docs/sweeps.md")) {
            for (MatchResult block :
                    BLOCK.matcher(Files.readString(Path.of(page))).results().toList()) {
                if (!block.group(1).startsWith("#")) {
                    assertEquals(List.of(), problems(block.group(1)), page + ":\n" + block.group(1));
                    examples++;
                }
            }
        }
        assertTrue(examples >= 10, examples + " examples");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model: { hiden: 64 }",
                "model: { hidden: 0 }",
                "model: { hidden: 64.5 }",
                "model: { hidden: sixty }",
                "model: { cell: gruu }",
                "model: { feed: [] }",
                "training: { learningRate: 0 }",
                "corpus: { valid: nonee }",
                "corpus: { valid: { fraction: 1 } }",
                "extends: base.yml",
                "seeds: [1, 1]",
                "seeds: { until: { metric: blue } }",
                "sweep: { model.hidden: 64 }",
                "sweep: { model.hiden: [64] }",
                "sweep: { zip: { model.hidden: 64 } }",
                "sweep: { points: [{ model.hidden: [64] }] }",
                "sweep: { random: { model.hidden: { integer: [1, 2] } } }",
                "sweep: { random: { trials: 2, model.hidden: { integers: [1, 2] } } }",
                "sweep: { random: { trials: 2, model.cell: { uniform: [1, 2] } } }",
                "sweep: { when: [{ if: { model.cell: gru } }] }",
                "sweep: { exclude: [{ model.cell: [gru, lsmt] }] }",
                "sweep: { match: { vary: model.hidden } }",
                "sweep: [{ model.hidden: 64 }]"
            })
    void whatTheReaderRefusesTheSchemaRefuses(String yaml) {
        assertFalse(problems(yaml).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corpus: { valid: none, test: null, train: { source: a, target: b } }",
                "training: { epochs: null }",
                "model: { feed: [init], embedding: null }",
                "seeds: 3",
                "seeds: { until: { metric: bleu, halfWidth: 0.5 } }",
                "sweep: { corpus.valid: [none, { fraction: 0.1 }], model.feed: [[init], [init, step]], zip: null }",
                "sweep: { exclude: [{ model.feed: [[init], [step]], model.hidden: 3 }] }",
                "extends: [a.yaml, ../b.yaml]"
            })
    void whatTheReaderTakesTheSchemaTakes(String yaml) {
        assertEquals(List.of(), problems(yaml));
    }

    private List<String> problems(String yaml) {
        JsonNode json = json(YamlReader.parse(yaml, "x", new Problems()));
        return schema.validate(json).stream().map(m -> m.getMessage()).toList();
    }

    /** As YAML 1.2 reads it, which is what editors use. */
    private static JsonNode json(YamlNode node) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (node instanceof MapNode map) {
            ObjectNode object = json.objectNode();
            map.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
            return object;
        }
        if (node instanceof ListNode list) {
            ArrayNode array = json.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.isNothing()) {
            return json.nullNode();
        }
        if (scalar.plain() && scalar.text().matches("true|false")) {
            return json.booleanNode(scalar.text().equals("true"));
        }
        if (scalar.plain() && scalar.text().matches("-?[0-9]+")) {
            return json.numberNode(Long.parseLong(scalar.text()));
        }
        return scalar.plain() && scalar.text().matches("-?[0-9.]+([eE][-+]?[0-9]+)?")
                ? json.numberNode(Double.parseDouble(scalar.text()))
                : json.textNode(scalar.text());
    }
}
