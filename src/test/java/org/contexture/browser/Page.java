package org.contexture.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page in a browser: what it asks for, what goes wrong in it, and what it looks like. */
public final class Page {
    private final DevTools tools;
    private final String session;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> loaded = new CompletableFuture<>();

    private Page(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
    }

    static Page open(DevTools tools, Path html) {
        String target = tools.send(
                        "", "Target.createTarget", DevTools.parameters().put("url", "about:blank"))
                .path("targetId")
                .asText();
        String session = tools.send(
                        "",
                        "Target.attachToTarget",
                        DevTools.parameters().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        Page page = new Page(tools, session);
        tools.listen(page::hear);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            page.send(domain + ".enable", DevTools.parameters());
        }
        page.send("Page.navigate", DevTools.parameters().put("url", html.toUri().toString()));
        DevTools.awaited(page.loaded);
        return page;
    }

    private JsonNode send(String method, ObjectNode parameters) {
        return tools.send(session, method, parameters);
    }

    private void hear(JsonNode event) {
        if (!event.path("sessionId").asText().equals(session)) {
            return;
        }
        JsonNode what = event.path("params");
        switch (event.path("method").asText()) {
            case "Page.loadEventFired" -> loaded.complete(true);
            case "Network.requestWillBeSent" ->
                requests.add(what.path("request").path("url").asText());
            case "Runtime.exceptionThrown" ->
                errors.add(what.path("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> {
                if (what.path("type").asText().equals("error"))
                    errors.add(what.path("args").toString());
            }
            case "Log.entryAdded" -> {
                if (what.path("entry").path("level").asText().equals("error")) {
                    errors.add(what.path("entry").path("text").asText());
                }
            }
            default -> {}
        }
    }

    /** What the console has of errors, and what scripts threw. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** The addresses that were asked for, the page's own among them. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /**
     * The value of an expression of JavaScript, awaited if it is a promise.
     *
     * @throws IllegalStateException if it throws
     */
    public JsonNode evaluate(String script) {
        JsonNode answer = send(
                "Runtime.evaluate",
                DevTools.parameters()
                        .put("expression", script)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(script + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** The window's size, in CSS pixels. */
    public void resize(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                DevTools.parameters()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** Whether whoever looks prefers dark pages. */
    public void prefer(boolean dark) {
        ObjectNode parameters = DevTools.parameters();
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        send("Emulation.setEmulatedMedia", parameters);
    }

    /** Clicks into the middle of the first element that fits, wherever it is on the page. */
    public void click(String selector) {
        JsonNode place = evaluate("(() => { const e = document.querySelector(" + quoted(selector)
                + "); e.scrollIntoView({block: 'center', inline: 'center'}); const r = e.getBoundingClientRect();"
                + " return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    DevTools.parameters()
                            .put("type", type)
                            .put("x", place.path("x").asDouble())
                            .put("y", place.path("y").asDouble())
                            .put("button", "left")
                            .put("clickCount", 1));
        }
    }

    /** Gives the first element that fits the keyboard. */
    public void focus(String selector) {
        evaluate("document.querySelector(" + quoted(selector) + ").focus()");
    }

    /** Enter, as the keyboard has it. */
    public void pressEnter() {
        for (String type : List.of("keyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    DevTools.parameters()
                            .put("type", type)
                            .put("key", "Enter")
                            .put("code", "Enter")
                            .put("windowsVirtualKeyCode", 13)
                            .put("text", type.equals("keyDown") ? "\r" : ""));
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * What the window shows, as PNG.
     *
     * @param height of the window; 0 for the whole page
     */
    public void screenshot(Path file, int width, int height, boolean dark) {
        prefer(dark);
        resize(width, Math.max(height, 1));
        int whole = height > 0
                ? height
                : evaluate("document.documentElement.scrollHeight").asInt();
        resize(width, whole);
        write(file, send("Page.captureScreenshot", DevTools.parameters().put("format", "png")));
    }

    /** What a printer would print, as PDF. */
    public void print(Path file) {
        write(
                file,
                send(
                        "Page.printToPDF",
                        DevTools.parameters().put("printBackground", true).put("preferCSSPageSize", true)));
    }

    private static void write(Path file, JsonNode answer) {
        try {
            Files.write(file, Base64.getDecoder().decode(answer.path("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
