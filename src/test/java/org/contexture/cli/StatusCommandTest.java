package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.experiment.status.ExperimentStatus;
import org.contexture.provenance.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code contexture status}, as a user and a script meet it. */
class StatusCommandTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    StatusCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        write(
                "plan.json",
                """
                {"experiment":"t","question":"Why?","trials":[
                  {"id":"a-s1","folder":"a-s1-00000000"},{"id":"b-s1","folder":"b-s1-00000000"},
                  {"id":"c-s1","folder":"c-s1-00000000"}]}""");
        write("trials/a-s1-00000000/outcome.json", "{\"state\":\"diverged\",\"message\":\"at\\nstep 3\"}");
        status(String.valueOf(ProcessHandle.current().pid()), "null");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void status(String pid, String ended) throws IOException {
        String begun = Instant.now().plusSeconds(60).toString();
        write(
                "status.json",
                "{\"host\":\"" + Host.name() + "\",\"pid\":" + pid + ",\"started\":\"" + begun + "\",\"updated\":\""
                        + begun
                        + "\",\"ended\":" + ended + ",\"workers\":2,\"running\":[{\"trial\":\"b-s1\",\"epoch\":1,"
                        + "\"epochs\":2,\"share\":0.25,\"loss\":1.5,\"tokensPerSecond\":99.0,\"secondsLeft\":3.0}],"
                        + "\"share\":0.5,\"secondsLeft\":7.0}");
    }

    private int contexture(String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void peopleReadCountsRunnerTableAndWhatWentWrong() {
        assertEquals(0, contexture("status", folder.toString()), err::toString);
        List<String> lines = out.toString().lines().toList();
        assertEquals("t: Why?", lines.get(0));
        assertEquals("Trials:  3: 1 planned, 1 running, 1 diverged; 7 s left", lines.get(1));
        String runner = "Runner:  process " + ProcessHandle.current().pid() + " on " + Host.name() + ", 2 workers, ";
        assertTrue(lines.get(2).startsWith(runner), lines.get(2));
        assertTrue(lines.get(5).matches("b-s1 +1/2 +\\[######-{18}] +25 % +1.500 +99 +3 s"), lines.get(5));
        assertEquals(List.of("", "a-s1 (diverged): at·step 3"), lines.subList(6, 8));
        assertEquals("    " + folder.resolve("trials/a-s1-00000000/log.txt"), lines.get(8));
    }

    @Test
    void aRunnerThatIsGoneIsToldWithWhatToDo() throws IOException {
        status("4000000000", "null");
        assertEquals(0, contexture("status", folder.toString()));
        assertTrue(out.toString().contains("stale: process 4000000000 on "), out.toString());
        assertTrue(out.toString().contains("run the experiment again to go on"), out.toString());
        assertFalse(out.toString().contains(" left"), out.toString());
        status("4000000000", "\"2026-01-01T11:00:00Z\"");
        ExperimentStatus ended = ExperimentStatus.read(folder, NOON);
        assertEquals(
                "Runner:  ended 1 h 0 min ago",
                new StatusReport(ended, NOON).lines(80).get(2));
    }

    @Test
    void scriptsReadTheSameKeysWhateverTheState() throws IOException {
        assertEquals(0, contexture("status", folder.toString(), "--json"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        List<String> all = List.of(
                "experiment",
                "question",
                "folder",
                "trials",
                "counts",
                "runner",
                "running",
                "bad",
                "share",
                "secondsLeft");
        assertEquals(all, keys(json));
        List<String> runner = List.of("state", "host", "pid", "started", "updated", "ended", "workers");
        assertEquals(runner, keys(json.path("runner")));
        assertEquals("running", json.path("runner").path("state").asText());
        assertEquals(
                List.of("trial", "epoch", "epochs", "share", "loss", "tokensPerSecond", "secondsLeft"),
                keys(json.path("running").get(0)));
        assertEquals(
                List.of("trial", "state", "message", "log"),
                keys(json.path("bad").get(0)));
        assertEquals(1, json.path("counts").path("diverged").asInt());
        assertEquals(10, json.path("counts").size());
        assertEquals(7, json.path("secondsLeft").asDouble());
        Files.delete(folder.resolve("status.json"));
        assertEquals(0, contexture("status", folder.toString(), "--json"));
        JsonNode none = new ObjectMapper().readTree(out.toString());
        assertEquals(all, keys(none));
        assertEquals(runner, keys(none.path("runner")));
        assertEquals("none", none.path("runner").path("state").asText());
        assertTrue(none.path("secondsLeft").isNull());
    }

    @Test
    void theHelpNamesEveryKey() throws IOException {
        contexture("status", folder.toString(), "--json");
        JsonNode json = new ObjectMapper().readTree(out.toString());
        List<String> keys = keys(json);
        keys.addAll(keys(json.path("runner")));
        keys.addAll(keys(json.path("counts")));
        keys.addAll(keys(json.path("running").get(0)));
        keys.addAll(keys(json.path("bad").get(0)));
        assertEquals(0, contexture("status", "--help"));
        String help = out.toString().replaceAll("\\s+", " ");
        keys.forEach(key -> assertTrue(help.contains(key), key));
    }

    @Test
    void nothingIsChangedAndNoLockIsTaken() throws IOException {
        List<String> before = files();
        assertEquals(0, contexture("status", folder.toString()));
        assertEquals(before, files());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file + " " + file.toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsNoFolderOfResultsIsWrongUsage() {
        assertEquals(2, contexture("status", folder.resolve("trials").toString()));
        assertTrue(err.toString().contains("expected the folder of an experiment's results"), err.toString());
        assertEquals(2, contexture("status"));
    }
}
