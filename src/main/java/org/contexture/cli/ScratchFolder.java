package org.contexture.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/** A folder to work in that is gone afterwards, unless the user named one to be kept. */
final class ScratchFolder implements AutoCloseable {
    private final Path path;
    private final boolean kept;

    private ScratchFolder(Path path, boolean kept) {
        this.path = path;
        this.kept = kept;
    }

    /**
     * Makes the folder.
     *
     * @param named by the user, with --keep
     * @throws UserError if it cannot be made, or there is something in it
     */
    static ScratchFolder of(@Nullable Path named) {
        try {
            if (named == null) {
                return new ScratchFolder(Files.createTempDirectory("contexture"), false);
            }
            Files.createDirectories(named);
            try (Stream<Path> files = Files.list(named)) {
                if (files.findAny().isPresent()) {
                    throw new UserError("--keep " + named + " is not empty; expected a new or an empty folder");
                }
            }
            return new ScratchFolder(named, true);
        } catch (IOException e) {
            throw new UserError(
                    "A folder for new results cannot be made (" + e
                            + "); expected a writable one, name it with --keep DIR",
                    e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UserError(path + ": the temporary folder cannot be deleted (" + e + "); delete it yourself", e);
        }
    }
}
