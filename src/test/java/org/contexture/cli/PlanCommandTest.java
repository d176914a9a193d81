package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.experiment.JsonFile;
import org.contexture.experiment.JsonSchema;
import org.contexture.results.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tech.tablesaw.api.Table;

class PlanCommandTest {
    private static final String FAIR =
            """
            question: Is it fair?
            corpus:   { task: reverse, size: 60, length: [2, 4], symbols: 5 }
            training: { epochs: 1, batch: 16 }
            sweep:
              model.cell: [rnn, lstm]
              match: { parameters: 3000, to: 20 }
            seeds: [1, 2]
            """;

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    PlanCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("fair.yaml"), FAIR);
    }

    private int contexture(String command, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments =
                new ArrayList<>(List.of(command, folder.resolve("fair.yaml").toString()));
        arguments.addAll(List.of(more));
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void aPlanShowsWhatARunTrainsAndWritesNothing() throws IOException {
        assertEquals(0, contexture("plan", "--trials"), err::toString);
        assertTrue(out.toString().contains("Is it fair?"), out.toString());
        assertTrue(out.toString().contains("\nrnn-hidden19-s2\n"), out.toString());
        assertTrue(out.toString().contains("Trials:   4 (2 configurations, seeds 1, 2)"), out.toString());
        assertTrue(out.toString().contains("Estimate: "), out.toString());
        assertTrue(
                out.toString().contains("match: lstm-hidden11 has 3,232 parameters, +7.7 % from the budget"),
                out.toString());
        assertEquals(1, files());
    }

    @Test
    void theJsonOfAPlanAgreesWithTheRun() throws IOException {
        assertEquals(0, contexture("plan", "--json", "--trials", "--set", "seeds=[3]"), err::toString);
        JsonNode plan = new ObjectMapper().readTree(out.toString());
        assertEquals(
                0,
                contexture(
                        "run",
                        "--set",
                        "seeds=[3]",
                        "--results",
                        folder.resolve("r").toString()),
                err::toString);
        Table trials = Results.load(folder.resolve("r/fair")).trials();
        assertEquals(plan.get("trials").asInt(), trials.rowCount());
        for (int row = 0; row < trials.rowCount(); row++) {
            JsonNode configuration = plan.get("configurations").get(row);
            assertEquals(
                    plan.get("ids").get(row).asText(),
                    trials.stringColumn("trial").get(row));
            assertEquals(
                    configuration.get("parameters").asLong(),
                    trials.longColumn("parameters").getLong(row));
            assertEquals(
                    configuration.get("values").get("model.hidden").asLong(),
                    trials.longColumn("model.hidden").getLong(row));
            assertTrue(configuration.get("flops").asDouble() > 0);
        }
    }

    @Test
    void aMistakeInTheSweepStartsNoRun() throws IOException {
        assertEquals(
                2,
                contexture(
                        "run",
                        "--sweep",
                        "model.cell=rnn,gruu",
                        "--results",
                        folder.resolve("r").toString()));
        assertEquals(
                "--sweep model.cell=rnn,gruu  model.cell  found gruu; expected one of rnn, gru, lstm; did you mean gru?\n",
                err.toString().replace("\r", ""));
        assertEquals(1, files());
    }

    @Test
    void originsNameTheFileTheOptionOrTheDefault() {
        assertEquals(0, contexture("plan", "--origin", "--set", "training.epochs=3"), err::toString);
        String table = out.toString().replace(folder + java.io.File.separator, "");
        assertTrue(table.contains("fair.yaml:2\n"), table);
        assertTrue(table.lines().anyMatch(l -> l.matches("training\\.epochs +3 +--set training\\.epochs=3")), table);
        assertTrue(table.lines().anyMatch(l -> l.matches("model\\.hidden +1 to 20 +match")), table);
        assertTrue(table.lines().anyMatch(l -> l.matches("training\\.clip +1 +default")), table);
        assertEquals(0, contexture("plan", "--origin", "--json"), err::toString);
        assertTrue(out.toString().contains("\"path\" : \"model.cell\""), out.toString());
    }

    @Test
    void theSchemaIsPrinted() {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        assertEquals(0, commandLine.execute("schema"));
        assertEquals(JsonFile.pretty(JsonSchema.ofExperiments()), out.toString());
    }
}
