package org.contexture.experiment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.contexture.setting.UserError;

/** Writes files so that a reader sees the old one or the new one, never a part. */
public final class WholeFile {
    private WholeFile() {}

    /** What is written into a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file aside, syncs it and moves it into place: it is there whole or not at all.
     *
     * @throws UserError if the disk refuses
     */
    public static void write(Path file, String content) {
        write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The same for content that is too large for one text.
     *
     * @throws UserError if the disk refuses
     */
    public static void write(Path file, Content content) {
        Path aside = aside(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                writeSynced(aside, content);
                move(aside, file);
            } finally {
                Files.deleteIfExists(aside);
            }
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

    private static void writeSynced(Path aside, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** In one step where the file system can. */
    private static void move(Path aside, Path file) throws IOException {
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes what killed writers left aside in a folder that nobody else writes to. */
    static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.*[0-9]")) {
            for (Path file : files) {
                if (String.valueOf(file.getFileName()).matches("\\..+\\.\\d+")) Files.deleteIfExists(file);
            }
        }
    }
}
