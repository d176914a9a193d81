package org.contexture.provenance;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a program without a shell and takes what it writes; a program that is not there, fails or hangs gives nothing. */
final class Command {
    private static final int SECONDS = 10;

    private Command() {}

    /**
     * @param most bytes of its output to keep; size and hash are of all of it
     */
    static Optional<Sha256.Content> output(Path folder, int most, List<String> words) {
        Path file = null;
        try {
            file = Files.createTempFile("contexture", ".txt");
            return run(folder, most, words, file.toFile());
        } catch (IOException e) {
            return Optional.empty(); // no such program: what it would have told stays unknown
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (file != null) file.toFile().delete();
        }
    }

    /** Into a file, because a pipe that nobody empties would hold up a program that writes much. */
    private static Optional<Sha256.Content> run(Path folder, int most, List<String> words, File file)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(file);
        // A diff would refresh the index, and be in the way of a git command that the user gives meanwhile.
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        if (process.exitValue() != 0) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file.toPath())) {
            return Optional.of(Sha256.read(stream, most));
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}
