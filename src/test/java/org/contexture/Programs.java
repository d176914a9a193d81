package org.contexture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of others that some tests need. Where one is not installed its tests are left out, and say so. */
public final class Programs {
    private Programs() {}

    /** How a program ended, and what it wrote. */
    public record Ended(int code, String output, String errors) {}

    /** The first program of these names on the PATH; leaves the test out if there is none. */
    public static String installed(String... names) {
        Optional<String> found = Stream.of(names).filter(Programs::isInstalled).findFirst();
        assumeTrue(
                found.isPresent(), () -> say("left out, because " + String.join(" or ", names) + " is not installed"));
        return found.orElseThrow();
    }

    private static boolean isInstalled(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static String say(String message) {
        System.err.println("[WARNING] " + message);
        return message;
    }

    /** Runs to the end; what it writes goes through files in the folder. */
    public static Ended run(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        int code = builder.start().onExit().join().exitValue();
        return new Ended(code, Files.readString(output), Files.readString(errors));
    }

    /** Opens a page without a network; errors hold the page's console. */
    public static Ended chromium(Path folder, Path page, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                installed("chromium"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("chromium"),
                "--virtual-time-budget=15000"));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        return run(folder, Map.of(), command);
    }
}
