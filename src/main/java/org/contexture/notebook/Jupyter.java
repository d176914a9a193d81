package org.contexture.notebook;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * The Jupyter of this machine.
 *
 * @param environment this process's: its PATH says where programs are
 */
public record Jupyter(Map<String, String> environment) {
    private static final String NAME = "jupyter";
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    private static final boolean MAC =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");

    /** How a notebook is shown. */
    public enum Interface {
        LAB,
        NOTEBOOK;

        String program() {
            return NAME + "-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The program of an interface.
     *
     * @param wanted null for the first that is installed, JupyterLab before the plain notebook
     * @throws UserError if it is not installed
     */
    public Path program(@Nullable Interface wanted) {
        List<Interface> choices = wanted == null ? List.of(Interface.values()) : List.of(wanted);
        return choices.stream()
                .flatMap(choice -> found(choice.program()).stream())
                .findFirst()
                .orElseThrow(() -> missing(choices));
    }

    private static UserError missing(List<Interface> choices) {
        String names =
                String.join(" nor ", choices.stream().map(Interface::program).toList());
        String neither = choices.size() > 1 ? "neither " : "no ";
        return new UserError("Jupyter was not found: there is " + neither + names + " on the PATH. Install it with\n"
                + "  sudo apt-get install jupyter-notebook     (Debian, Ubuntu)\n"
                + "  pip install notebook                      (or jupyterlab; elsewhere)");
    }

    /**
     * Where kernels of this user are: Jupyter's own word, or what its documentation says if it is not installed.
     *
     * @param prefix of a Python environment that is meant instead; null for the user's
     */
    public Path kernels(@Nullable Path prefix) {
        Path data = prefix == null ? userData() : prefix.resolve("share").resolve(NAME);
        return data.resolve("kernels").toAbsolutePath().normalize();
    }

    private Path userData() {
        return found(NAME).flatMap(this::askedData).orElseGet(this::documentedData);
    }

    private Optional<Path> askedData(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--data-dir")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String word = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !word.isEmpty() ? Optional.of(Path.of(word)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Path documentedData() {
        String named = environment.get("JUPYTER_DATA_DIR");
        if (named != null) {
            return Path.of(named);
        }
        Path home = Path.of(System.getProperty("user.home"));
        if (MAC) {
            return home.resolve("Library/Jupyter");
        }
        String other = environment.get(WINDOWS ? "APPDATA" : "XDG_DATA_HOME");
        return (other == null ? home.resolve(".local/share") : Path.of(other)).resolve(NAME);
    }

    private Optional<Path> found(String program) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, WINDOWS ? program + ".exe" : program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Shows a folder's notebooks until Jupyter or this process is ended.
     *
     * @param program see {@link #program}
     * @param kernel the first that Jupyter finds; nothing of it stays
     * @param options for Jupyter, as its own command line has them
     * @return Jupyter's exit code
     * @throws UserError if it does not start
     */
    public int show(Path program, Path folder, KernelSpec kernel, List<String> options) {
        List<String> command = new ArrayList<>(List.of(program.toString(), folder.toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        try {
            Path data = Files.createTempDirectory("contexture");
            Path kernels = data.resolve("kernels");
            kernel.write(kernels, KernelSpec.NAME);
            builder.environment()
                    .merge("JUPYTER_PATH", data.toString(), (others, ours) -> ours + File.pathSeparator + others);
            return waitFor(builder.start(), () -> {
                KernelSpec.remove(kernels, KernelSpec.NAME);
                Files.delete(kernels);
                Files.delete(data);
                return 0;
            });
        } catch (IOException e) {
            throw new UserError(program + " does not start (" + e + "); expected a Jupyter that runs by itself", e);
        }
    }

    /** Ctrl-C reaches Jupyter too, which would ask whether it is meant. */
    private static int waitFor(Process jupyter, Callable<Integer> cleanUp) {
        CompletableFuture<Integer> clean = jupyter.onExit().thenApply(ended -> {
            try {
                return cleanUp.call();
            } catch (Exception e) {
                return 0; // the system's own folder for temporary files holds a few more
            }
        });
        Thread end = new Thread(() -> {
            jupyter.destroy();
            clean.join();
        });
        Runtime.getRuntime().addShutdownHook(end);
        clean.join();
        return jupyter.exitValue();
    }
}
