package org.contexture.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As much of an MLflow tracking server as an export meets. It refuses what MLflow refuses: unknown paths and methods, fields that
 * a request does not have, names and sizes beyond its limits, a run that was not created. It can be told to fail.
 */
final class StandIn implements AutoCloseable {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROOT = "/api/2.0/mlflow/";

    private final HttpServer server;
    final List<String> calls = new ArrayList<>();
    final Map<String, String> experiments = new LinkedHashMap<>();
    final Map<String, Run> runs = new LinkedHashMap<>();
    /** The path that fails from now on, and how. */
    String failing = "";

    int status = 500;
    String body = "{\"error_code\": \"INTERNAL_ERROR\", \"message\": \"told to fail\"}";

    @Nullable String authorization;

    String lifecycle = "active";

    /** What a run was sent. */
    static final class Run {
        final Map<String, JsonNode> fields = new LinkedHashMap<>();
        final Map<String, String> params = new LinkedHashMap<>();
        final Map<String, String> tags = new LinkedHashMap<>();
        final List<String> metrics = new ArrayList<>();

        String field(String name) {
            JsonNode value = fields.get(name);
            return value == null ? "" : value.asText();
        }
    }

    StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final int status;
        final String code;

        Refusal(int status, String code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new Refusal(400, "INVALID_PARAMETER_VALUE", message);
        }
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        int code = 200;
        String answer;
        try {
            answer = answer(exchange).toString();
        } catch (Refusal e) {
            code = e.status;
            answer = MAPPER.createObjectNode()
                    .put("error_code", e.code)
                    .put("message", e.getMessage())
                    .toString();
        } catch (Failure e) {
            code = status;
            answer = body;
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private JsonNode answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        check(path.startsWith(ROOT), "no such page: " + path);
        String call = path.substring(ROOT.length());
        calls.add(exchange.getRequestMethod() + " " + call);
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] sent = exchange.getRequestBody().readAllBytes();
        check(sent.length <= 1_000_000, "Batched logging API requests must be at most 1000000 bytes");
        if (call.equals(failing)) {
            throw new Failure();
        }
        if (call.equals("experiments/get-by-name")) {
            check(exchange.getRequestMethod().equals("GET"), "a method that is not GET");
            return experiment(exchange.getRequestURI().getRawQuery());
        }
        check(exchange.getRequestMethod().equals("POST"), "a method that is not POST");
        check("application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type")), "no JSON");
        return post(call, MAPPER.readTree(sent));
    }

    private JsonNode experiment(String query) {
        check(query.startsWith("experiment_name="), query);
        String name = URLDecoder.decode(query.substring("experiment_name=".length()), StandardCharsets.UTF_8);
        String id = experiments.get(name);
        if (id == null) {
            throw new Refusal(404, "RESOURCE_DOES_NOT_EXIST", "Could not find experiment with name '" + name + "'");
        }
        ObjectNode answer = MAPPER.createObjectNode();
        answer.putObject("experiment").put("experiment_id", id).put("lifecycle_stage", lifecycle);
        return answer;
    }

    private JsonNode post(String call, JsonNode sent) {
        return switch (call) {
            case "experiments/create" -> created(sent);
            case "runs/create" -> run(sent);
            case "runs/search" -> search(sent);
            case "runs/log-batch" -> batch(sent);
            case "runs/update" -> update(sent);
            default -> throw new Refusal(404, "ENDPOINT_NOT_FOUND", call);
        };
    }

    private JsonNode created(JsonNode sent) {
        fields(sent, Set.of("name"));
        String id = String.valueOf(experiments.size() + 1);
        experiments.put(sent.path("name").asText(), id);
        return MAPPER.createObjectNode().put("experiment_id", id);
    }

    private JsonNode run(JsonNode sent) {
        fields(sent, Set.of("experiment_id", "run_name", "start_time", "tags"));
        check(experiments.containsValue(sent.path("experiment_id").asText()), "no such experiment");
        check(sent.path("start_time").isIntegralNumber(), "start_time is no whole number");
        String id = "run" + (runs.size() + 1);
        Run run = new Run();
        sent.properties().forEach(field -> run.fields.put(field.getKey(), field.getValue()));
        sent.path("tags").forEach(tag -> run.tags.put(key(tag), value(tag, 5000)));
        runs.put(id, run);
        ObjectNode answer = MAPPER.createObjectNode();
        answer.putObject("run").putObject("info").put("run_id", id);
        return answer;
    }

    private JsonNode search(JsonNode sent) {
        fields(sent, Set.of("experiment_ids", "filter", "max_results"));
        String filter = sent.path("filter").asText();
        check(filter.matches("tags\\.`contexture\\.identity` = '[0-9a-f]{64}'"), filter);
        String wanted = filter.substring(filter.indexOf('\'') + 1, filter.length() - 1);
        ObjectNode answer = MAPPER.createObjectNode();
        runs.forEach((id, run) -> {
            boolean here = run.field("experiment_id")
                    .equals(sent.path("experiment_ids").path(0).asText());
            if (here && wanted.equals(run.tags.get("contexture.identity"))) {
                answer.withArray("runs").addObject().putObject("info").put("run_id", id);
            }
        });
        return answer;
    }

    private JsonNode batch(JsonNode sent) {
        fields(sent, Set.of("run_id", "metrics", "params", "tags"));
        Run run = known(sent);
        JsonNode metrics = sent.path("metrics");
        check(metrics.size() <= 1000, "at most 1000 metrics");
        check(sent.path("params").size() <= 100, "at most 100 params");
        check(sent.path("tags").size() <= 100, "at most 100 tags");
        check(metrics.size() + sent.path("params").size() + sent.path("tags").size() <= 1000, "at most 1000 in all");
        for (JsonNode metric : metrics) {
            fields(metric, Set.of("key", "value", "timestamp", "step"));
            check(metric.path("value").isNumber(), "a value that is no number: " + metric);
            check(
                    metric.path("timestamp").isIntegralNumber()
                            && metric.path("step").isIntegralNumber(),
                    "" + metric);
            run.metrics.add(key(metric) + "@" + metric.path("step") + "=" + metric.path("value") + " at "
                    + metric.path("timestamp"));
        }
        sent.path("params").forEach(param -> {
            check(!run.params.containsKey(key(param)), "a param cannot be changed: " + key(param));
            run.params.put(key(param), value(param, 6000));
        });
        sent.path("tags").forEach(tag -> run.tags.put(key(tag), value(tag, 5000)));
        return MAPPER.createObjectNode();
    }

    private JsonNode update(JsonNode sent) {
        fields(sent, Set.of("run_id", "status", "end_time"));
        check(
                Set.of("FINISHED", "FAILED", "KILLED")
                        .contains(sent.path("status").asText()),
                "" + sent);
        check(sent.path("end_time").isIntegralNumber(), "end_time is no whole number");
        Run run = known(sent);
        sent.properties().forEach(field -> run.fields.put(field.getKey(), field.getValue()));
        return MAPPER.createObjectNode();
    }

    private Run known(JsonNode sent) {
        Run run = runs.get(sent.path("run_id").asText());
        if (run == null) {
            throw new Refusal(404, "RESOURCE_DOES_NOT_EXIST", "no such run");
        }
        return run;
    }

    private static void fields(JsonNode sent, Set<String> known) {
        sent.fieldNames().forEachRemaining(name -> check(known.contains(name), "unknown field " + name));
    }

    private static String key(JsonNode entity) {
        String key = entity.path("key").asText();
        check(key.matches("[/\\w.\\- ]{1,250}"), "Invalid name: " + key);
        return key;
    }

    private static String value(JsonNode entity, int most) {
        check(entity.path("value").isTextual(), "a value that is no text: " + entity);
        String value = entity.path("value").asText();
        check(value.getBytes(StandardCharsets.UTF_8).length <= most, "a value beyond the limit");
        return value;
    }
}
