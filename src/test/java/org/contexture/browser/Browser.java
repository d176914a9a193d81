package org.contexture.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.contexture.Programs;

/**
 * A headless Chromium of its own, without a network: whatever a page asks for outside its file cannot be found. It listens on
 * 127.0.0.1 only and ends when it is closed.
 */
public final class Browser implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Browser(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /** The browser of this machine; a test that needs one is left out where there is none, and says so. */
    public static Browser start() {
        String program = Programs.installed("chromium", "chromium-browser", "google-chrome");
        try {
            Path profile = Files.createTempDirectory("contexture-browser");
            Process process = new ProcessBuilder(command(program, profile))
                    .redirectErrorStream(true)
                    .start();
            try {
                return new Browser(process, profile, DevTools.connect(address(process)));
            } catch (RuntimeException | Error e) {
                end(process, profile);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String program, Path profile) {
        return List.of(
                program,
                "--headless=new",
                "--remote-debugging-address=127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--no-sandbox",
                "--no-first-run",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-extensions",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "about:blank");
    }

    /** Chromium says where it listens as soon as it does; whatever it says afterwards is read and dropped. */
    private static String address(Process process) {
        CompletableFuture<String> address = new CompletableFuture<>();
        StringBuilder said = new StringBuilder();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                        lines.lines().forEach(line -> {
                            if (line.startsWith(LISTENING)) address.complete(line.substring(LISTENING.length()));
                            if (!address.isDone()) said.append(line).append('\n');
                        });
                    } catch (IOException | UncheckedIOException e) {
                        said.append(e);
                    }
                    address.completeExceptionally(new IllegalStateException("Chromium ended: " + said));
                },
                "chromium");
        reader.setDaemon(true);
        reader.start();
        return DevTools.awaited(address);
    }

    /** Opens a file, and waits until it is loaded. */
    public Page open(Path html) {
        return Page.open(tools, html);
    }

    /** Ends the browser and deletes its profile. */
    @Override
    public void close() {
        tools.close();
        end(process, profile);
    }

    private static void end(Process process, Path profile) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        delete(profile);
    }

    /** As far as it goes: a dying process may still write into it. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
