package org.contexture.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contexture.experiment.WholeFile;
import org.contexture.setting.UserError;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/**
 * The types of the tables' columns, kept in {@value #FILE} beside them, because a CSV file cannot say whether 64, NA or
 * true is text. The file is a tabular data package (Frictionless Data, v1), which other tools read as well; pandas and R
 * can ignore it.
 */
final class Schema {
    static final String FILE = "datapackage.json";

    private static final Map<String, ColumnType> TYPES = Map.of(
            "string", ColumnType.STRING,
            "integer", ColumnType.LONG,
            "number", ColumnType.DOUBLE,
            "boolean", ColumnType.BOOLEAN);

    private Schema() {}

    static void write(Path folder, List<Table> tables) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("profile", "tabular-data-package");
        ArrayNode resources = root.putArray("resources");
        for (Table table : tables) {
            ObjectNode resource = resources.addObject();
            resource.put("name", table.name())
                    .put("path", table.name() + ".csv")
                    .put("profile", "tabular-data-resource");
            ArrayNode fields = resource.putObject("schema").putArray("fields");
            table.columns()
                    .forEach(c -> fields.addObject().put("name", c.name()).put("type", word(c.type())));
        }
        try {
            String text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
            WholeFile.write(folder.resolve(FILE), text.replace("\r\n", "\n") + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always writable", e);
        }
    }

    private static String word(ColumnType type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(type))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /**
     * A table's columns and their types, in order.
     *
     * @throws UserError if the file is missing or damaged or does not have the table
     */
    static Map<String, ColumnType> columns(Path folder, String table) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new UserError(folder + " holds no " + FILE + ", which gives the types of the columns of its tables: "
                    + "name the folder of an experiment's results, or run the experiment first.");
        }
        for (JsonNode resource : Json.object(file).path("resources")) {
            if (resource.path("name").asText().equals(table)) {
                Map<String, ColumnType> columns = new LinkedHashMap<>();
                resource.path("schema")
                        .path("fields")
                        .forEach(field -> columns.put(
                                field.path("name").asText(),
                                type(field.path("type").asText(), file)));
                return columns;
            }
        }
        throw new UserError(
                file + " does not list the table " + table + ": restore the file or run the experiment again.");
    }

    private static ColumnType type(String word, Path file) {
        ColumnType type = TYPES.get(word);
        if (type == null) {
            throw new UserError(file + " has a column of type \"" + word
                    + "\" where string, integer, number or boolean was expected: restore the file.");
        }
        return type;
    }
}
