package org.contexture.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contexture.setting.UserError;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A trial's provenance as a table: a row a fact, nested ones by dotted path. */
final class TrialProvenance {
    private static final int LONGEST = 80;

    private final StringColumn facts = StringColumn.create("fact");
    private final StringColumn values = StringColumn.create("value");

    private TrialProvenance() {}

    static Table of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + " is missing: the trial's folder was not published with the tables; run the "
                    + "experiment to have it.");
        }
        try {
            TrialProvenance rows = new TrialProvenance();
            rows.add("", new ObjectMapper().readTree(file.toFile()));
            return Table.create("provenance", rows.facts, rows.values);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read (" + e.getMessage() + "); expected a trial's provenance", e);
        }
    }

    private void add(String path, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            add(path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue()));
        } else {
            facts.append(path);
            String text = node.isValueNode() ? node.asText() : node.toString();
            String line = text.replace('\n', ' ');
            values.append(line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line);
        }
    }
}
