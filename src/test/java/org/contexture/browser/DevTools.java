package org.contexture.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chromium's DevTools protocol over a WebSocket: commands with answers, and events. */
final class DevTools implements WebSocket.Listener {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long SECONDS = 120;

    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger(1);
    private final StringBuilder message = new StringBuilder();
    private @Nullable WebSocket socket;

    private DevTools() {}

    static DevTools connect(String address) {
        DevTools tools = new DevTools();
        tools.socket = awaited(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), tools));
        return tools;
    }

    /** What comes, or an error after two minutes. */
    static <T> T awaited(CompletableFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Chromium does not answer: " + e, e);
        }
    }

    static ObjectNode parameters() {
        return MAPPER.createObjectNode();
    }

    /**
     * Sends a command and waits for its result.
     *
     * @param session of a page; empty for the browser
     */
    JsonNode send(String session, String method, ObjectNode parameters) {
        int id = next.getAndIncrement();
        ObjectNode command = parameters().put("id", id).put("method", method);
        command.set("params", parameters);
        if (!session.isEmpty()) command.put("sessionId", session);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        WebSocket to = socket;
        if (to == null) throw new IllegalStateException("not connected");
        awaited(to.sendText(command.toString(), true));
        JsonNode result = awaited(answer);
        if (result.has("error")) throw new IllegalStateException(method + ": " + result.get("error"));
        return result.path("result");
    }

    /** Hears every event from now on. */
    void listen(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            String whole = message.toString();
            message.setLength(0);
            receive(whole);
        }
        from.request(1);
        return null;
    }

    private void receive(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            CompletableFuture<JsonNode> answer = open.remove(node.path("id").asInt(-1));
            if (answer != null) {
                answer.complete(node);
            } else {
                listeners.forEach(listener -> listener.accept(node));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + text, e);
        }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        open.values().forEach(answer -> answer.completeExceptionally(error));
    }

    void close() {
        WebSocket to = socket;
        if (to != null) to.abort();
    }
}
