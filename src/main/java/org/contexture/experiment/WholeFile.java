package org.contexture.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.contexture.setting.UserError;

/** Writes files so that a reader sees the old one or the new one, never a part. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file aside, syncs it and moves it into place: it is there whole or not at all.
     *
     * @throws UserError if the disk refuses
     */
    public static void write(Path file, String content) {
        Path aside = aside(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(aside, content.getBytes(StandardCharsets.UTF_8));
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            move(aside, file);
        } catch (IOException e) {
            throw new UserError(
                    file + ": cannot be written (" + e
                            + "); expected a writable folder with free space, choose one with --results DIR",
                    e);
        }
    }

    /**
     * Writes a file aside and moves it into place without waiting for the disk: for what is of the moment.
     *
     * @throws IOException if the disk refuses; the old file is still there
     */
    public static void writeUnsynced(Path file, String content) throws IOException {
        Path aside = aside(file);
        try {
            Files.write(aside, content.getBytes(StandardCharsets.UTF_8));
            move(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static Path aside(Path file) {
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
    }

    /** In one step where the file system can; leaves nothing aside. */
    private static void move(Path aside, Path file) throws IOException {
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
