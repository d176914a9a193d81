package org.contexture.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contexture.experiment.FrozenPlan;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlflowExportTest {
    private static final String ID = "ab".repeat(32);

    private static final String PLAN =
            """
            {"experiment": "small", "question": "Why?", "file": "small.yaml", "base": "..", "engine": "%s",
             "settings": {"corpus.task": "reverse", "model.cell": "gru"},
             "trials": [
               {"id": "gru-s1", "folder": "gru-s1-abababab", "identity": "%s", "configuration": "gru", "seed": 1,
                "corpusSha256": "c", "settings": {"model.hidden": 8}},
               {"id": "gru-s2", "folder": "gru-s2-cdcdcdcd", "identity": "%s", "configuration": "gru", "seed": 2,
                "corpusSha256": "c", "settings": {"model.hidden": 8}}]}
            """
                    .formatted(ID, ID, "cd".repeat(32));

    private final Path folder;
    private final StandIn server = new StandIn();
    private final List<String> told = new ArrayList<>();

    MlflowExportTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @BeforeEach
    void oneFinishedTrialAndOneUnderWay() throws IOException {
        write("plan.json", PLAN);
        settings("\"model.hidden\": 8, \"corpus.testLimit\": null, \"model.feed\": [\"init\", \"step\"]");
        write(
                "trials/gru-s1-abababab/outcome.json",
                """
                {"state": "ok", "message": null, "parameters": 10, "bestEpoch": 2,
                 "metrics": {"validLoss": 0.25, "testLoss": 0.1, "bleuSignature": "nrefs:1", "ter": "Infinity"}}
                """);
        write(
                "trials/gru-s1-abababab/metrics.jsonl",
                "{\"epoch\":1,\"validLoss\":0.5,\"trainLoss\":\"NaN\"}\n{\"epoch\":2,\"validLoss\":0.25}\n{\"epoch\":3,");
        write("trials/gru-s1-abababab/timings.json", "{\"seconds\": 1.5, \"start\": \"2026-01-02T03:04:05Z\"}");
        write(
                "trials/gru-s1-abababab/provenance.json",
                "{\"engine\": \"e\", \"git\": {\"commit\": \"c0ffee\", \"branch\": \"main\"}}");
        write("trials/gru-s2-cdcdcdcd/metrics.jsonl", "");
    }

    private void settings(String settings) throws IOException {
        write("trials/gru-s1-abababab/trial.json", "{\"settings\": {\"model.cell\": \"gru\", " + settings + "}}");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private MlflowExport.Count export(String... credentials) {
        Map<String, String> environment = credentials.length == 0 ? Map.of() : Map.of(credentials[0], credentials[1]);
        TrackingServer tracking = new TrackingServer(server.url(), Credentials.of(environment), Duration.ofSeconds(20));
        return new MlflowExport(tracking, told::add).export(folder, FrozenPlan.read(folder), "small");
    }

    private StandIn.Run run(String id) {
        return Objects.requireNonNull(
                server.runs.get(id), () -> server.runs.keySet().toString());
    }

    @Test
    void aTrialBecomesARunInThisOrderOfRequests() {
        assertEquals(new MlflowExport.Count(1, 0, 1), export());
        assertEquals(
                List.of(
                        "GET experiments/get-by-name",
                        "POST experiments/create",
                        "POST runs/search",
                        "POST runs/create",
                        "POST runs/log-batch",
                        "POST runs/log-batch",
                        "POST runs/log-batch",
                        "POST runs/update",
                        "POST runs/log-batch"),
                server.calls);
        assertEquals(List.of("gru-s1: run run1", "gru-s2: not finished, left out"), told);
        assertEquals(Map.of("small", "1"), server.experiments);
        assertNull(server.authorization);
    }

    @Test
    void settingsAreParamsNumbersAreMetricsWithStepsAndWordsAreTags() {
        export();
        StandIn.Run run = run("run1");
        assertEquals(Map.of("model.cell", "gru", "model.hidden", "8", "model.feed", "[\"init\",\"step\"]"), run.params);
        String end = " at 1767323046500";
        assertEquals(
                List.of(
                        "validLoss@1=0.5" + end,
                        "validLoss@2=0.25" + end,
                        "parameters@2=10.0" + end,
                        "bestEpoch@2=2.0" + end,
                        "best.validLoss@2=0.25" + end,
                        "testLoss@2=0.1" + end),
                run.metrics);
        assertEquals("nrefs:1", run.tags.get("contexture.bleuSignature"));
        assertEquals("trainLoss at step 1 is NaN, ter at step 2 is Infinity", run.tags.get("contexture.notFinite"));
        assertEquals("c0ffee", run.tags.get("mlflow.source.git.commit"));
        assertEquals(ID, run.tags.get("contexture.identity"));
        assertEquals("ok", run.tags.get("contexture.state"));
        assertEquals("1", run.tags.get("contexture.seed"));
        assertEquals("gru-s1", run.field("run_name"));
        assertEquals("1767323045000", run.field("start_time"));
        assertEquals("1767323046500", run.field("end_time"));
        assertEquals("FINISHED", run.field("status"));
    }

    @Test
    void aTrialThatIsThereIsNotCopiedAgain() {
        export();
        assertEquals(new MlflowExport.Count(0, 1, 1), export());
        assertEquals(1, server.runs.size());
        assertEquals(1, server.experiments.size());
    }

    @Test
    void anExportThatBrokeOffIsRepeatedWithoutTakingTheBrokenRunForWhole() {
        for (String path : List.of("runs/update", "runs/log-batch")) {
            server.failing = path;
            assertThrows(UserError.class, this::export);
        }
        server.failing = "";
        assertEquals(new MlflowExport.Count(1, 0, 1), export());
        assertNull(run("run1").tags.get("contexture.identity"));
        assertEquals("FINISHED", run("run3").field("status"));
    }

    @Test
    void badEndsHaveMlflowsWordsForThem() throws IOException {
        Map<String, String> words =
                Map.of("diverged", "FAILED", "out of memory", "FAILED", "killed", "KILLED", "pruned", "FINISHED");
        for (Map.Entry<String, String> each : words.entrySet()) {
            server.runs.clear();
            write("trials/gru-s1-abababab/outcome.json", "{\"state\": \"" + each.getKey() + "\", \"message\": \"so\"}");
            export();
            assertEquals(each.getValue(), run("run1").field("status"), each.getKey());
            assertEquals("so", run("run1").tags.get("contexture.message"));
        }
    }

    /** The stand-in refuses what is beyond the limits; here is more of everything than goes into one request. */
    @Test
    void manyAndLongValuesGoInSeveralRequestsAndAreCutWithAWord() throws IOException {
        settings(IntStream.range(0, 250)
                .mapToObj(k -> "\"s" + k + "\": \"" + "é\uD83D\uDE00".repeat(3000) + "\"")
                .collect(Collectors.joining(", ")));
        write(
                "trials/gru-s1-abababab/metrics.jsonl",
                IntStream.rangeClosed(1, 1200)
                        .mapToObj(k -> "{\"epoch\":" + k + ",\"a\":1.5,\"b\":2}\n")
                        .collect(Collectors.joining()));
        write("trials/gru-s1-abababab/provenance.json", "{\"git\": {\"diff\": \"" + "x".repeat(9000) + "\"}}");
        export();
        StandIn.Run run = run("run1");
        assertEquals(251, run.params.size());
        assertEquals(2400 + 4, run.metrics.size());
        String cut = String.valueOf(run.params.get("s7"));
        assertTrue(cut.matches("(?s)(é\uD83D\uDE00)+é? … \\(cut by Contexture\\)"), cut);
        assertTrue(String.valueOf(run.tags.get("contexture.provenance.git")).endsWith("… (cut by Contexture)"));
        assertEquals(3 + 3 + 2, Collections.frequency(server.calls, "POST runs/log-batch"), server.calls.toString());
    }

    @Test
    void aRefusalIsToldWithTheServersWords() {
        server.failing = "runs/create";
        String message =
                String.valueOf(assertThrows(UserError.class, this::export).getMessage());
        assertTrue(message.contains("refused runs/create with status 500 (INTERNAL_ERROR: told to fail)"), message);
        server.status = 401;
        server.body = "<html>who are you?</html>";
        message = String.valueOf(assertThrows(UserError.class, () -> export("MLFLOW_TRACKING_TOKEN", "hidden"))
                .getMessage());
        assertTrue(message.contains("status 401") && message.contains("MLFLOW_TRACKING_TOKEN"), message);
        assertFalse(message.contains("hidden"), message);
    }

    @Test
    void whoAsksIsProvenByATokenOrANameAndPassword() {
        export("MLFLOW_TRACKING_TOKEN", "abc");
        assertEquals("Bearer abc", server.authorization);
        export("MLFLOW_TRACKING_USERNAME", "me");
        assertEquals("Basic bWU6", server.authorization);
        assertEquals(
                "credentials",
                Credentials.of(Map.of("MLFLOW_TRACKING_TOKEN", "abc")).toString());
    }

    @Test
    void anotherServerADeletedExperimentOrNoServerAtAllIsOneClearError() {
        server.failing = "experiments/get-by-name";
        server.status = 200;
        server.body = "<html></html>";
        assertMessage("The answer has no experiment_id");
        server.failing = "";
        server.experiments.put("small", "7");
        server.lifecycle = "deleted";
        assertMessage("was deleted; restore it there, or choose another name");
        server.close();
        assertMessage("did not answer experiments/get-by-name");
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        server.failing = "experiments/get-by-name";
        server.body = "x".repeat((1 << 24) + 1);
        assertMessage("the answer is larger than 16 MB");
    }

    private void assertMessage(String part) {
        String message =
                String.valueOf(assertThrows(UserError.class, this::export).getMessage());
        assertTrue(message.contains(part), message);
    }

    @Test
    void anAddressThatIsNoneOrCarriesAPasswordIsRefused() {
        for (String url : List.of("ftp://a", "127.0.0.1:5000", "http://a b", "http://a/?x=1", "https://me:hidden@a")) {
            UserError error = assertThrows(
                    UserError.class,
                    () -> new TrackingServer(url, Credentials.of(Map.of()), Duration.ofSeconds(1)),
                    url);
            assertFalse(String.valueOf(error.getMessage()).contains("hidden"), error.getMessage());
        }
    }

    @Test
    void publishedTablesAloneAndOlderPlansAreToldApart() throws IOException {
        Path published = Files.createDirectory(folder.resolve("published"));
        Files.copy(folder.resolve("plan.json"), published.resolve("plan.json"));
        FrozenPlan plan = FrozenPlan.read(published);
        TrackingServer tracking = new TrackingServer(server.url(), Credentials.of(Map.of()), Duration.ofSeconds(20));
        UserError error = assertThrows(
                UserError.class, () -> new MlflowExport(tracking, told::add).export(published, plan, "small"));
        assertTrue(String.valueOf(error.getMessage()).contains("holds no trials/"), error.getMessage());
        assertEquals(List.of(), server.calls);
        write("plan.json", "{\"experiment\": \"small\", \"question\": null, \"trials\": [\"gru-s1\"]}");
        error = assertThrows(UserError.class, () -> FrozenPlan.read(folder));
        assertTrue(String.valueOf(error.getMessage()).contains("of an earlier version"), error.getMessage());
    }
}
