package org.contexture.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/** Requests to MLflow's REST interface 2.0, one after the other, each with a limit of time and size. */
public final class TrackingServer {
    private static final int LARGEST_ANSWER = 1 << 24;
    private static final int LONGEST_MESSAGE = 500;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String url;
    private final Credentials credentials;
    private final Duration limit;
    private final HttpClient client;

    /** A status and the JSON that came with it; an empty object if it was no JSON. */
    record Answer(int status, JsonNode json) {
        boolean isOk() {
            return status == 200;
        }
    }

    /**
     * @param url where the server listens, such as {@code http://127.0.0.1:5000}
     * @param limit how long a connection and each answer may take
     * @throws UserError if the address is none of a web server, or carries a name and password
     */
    public TrackingServer(String url, Credentials credentials, Duration limit) {
        this.url = checked(url);
        this.credentials = credentials;
        this.limit = limit;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .build();
    }

    private static String checked(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new UserError("--url is no address; expected one such as http://127.0.0.1:5000", e);
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (uri.getRawUserInfo() != null) {
            throw new UserError("--url carries a name or password; leave them out and set MLFLOW_TRACKING_USERNAME and"
                    + " MLFLOW_TRACKING_PASSWORD, which are not printed");
        }
        if (!web || uri.getHost() == null || uri.getRawQuery() != null) {
            throw new UserError("--url is " + url + "; expected an address such as http://127.0.0.1:5000");
        }
        return url.replaceFirst("/+$", "");
    }

    /** Asks with one parameter in the address. */
    Answer get(String path, String name, String value) {
        String query = "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return send(path, request(path + query).GET());
    }

    /**
     * Sends JSON and returns the answer.
     *
     * @throws UserError if the server refuses, with its words
     */
    JsonNode post(String path, Map<String, ? extends @Nullable Object> body) {
        Answer answer = send(
                path,
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json(body))));
        if (!answer.isOk()) {
            throw refused(path, answer);
        }
        return answer.json();
    }

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not representable in JSON", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/2.0/mlflow/" + path))
                .timeout(limit);
        credentials.header().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    /** The request's own limit ends with the first bytes of the answer; waiting for all of it is limited here. */
    private Answer send(String path, HttpRequest.Builder request) {
        CompletableFuture<Answer> answer = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(TrackingServer::answer);
        try {
            return answer.get(2 * limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("The export was interrupted; export again to go on", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unreachable(path, e);
        } catch (ExecutionException e) {
            throw unreachable(path, e.getCause() == null ? e : e.getCause());
        }
    }

    private static Answer answer(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
            if (bytes.length > LARGEST_ANSWER) {
                throw new IOException("the answer is larger than 16 MB");
            }
            return new Answer(response.statusCode(), parsed(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(byte[] body) throws IOException {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode(); // a page of some other server; its status says that it refused
        }
    }

    UserError refused(String path, Answer answer) {
        String said = answer.json().path("message").asText();
        String words = said.isEmpty() ? "no message" : said.substring(0, Math.min(LONGEST_MESSAGE, said.length()));
        String advice = answer.status() == 401 || answer.status() == 403
                ? "; set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD"
                : "";
        return new UserError(url + " refused " + path + " with status " + answer.status() + " ("
                + answer.json().path("error_code").asText("no code") + ": "
                + words.replaceAll("\\p{Cntrl}+", " ") + ")" + advice);
    }

    private UserError unreachable(String path, Throwable cause) {
        return new UserError(
                url + " did not answer " + path + " (" + cause
                        + "); expected an MLflow tracking server there: start one"
                        + " with mlflow server, or name another with --url",
                cause);
    }
}
