package org.contexture.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 file, read once and strictly: bytes are cut at {@code \n} and each line decoded by itself, so that a
 * malformed byte has a line number. A byte order mark at the start is left out; the {@code \r} of a Windows line end is
 * white space at the line's end, which every reader of sentences strips.
 *
 * <p>A file is gzip if it starts with gzip's two magic bytes, whatever its name; no UTF-8 text does.
 */
public final class TextFile implements AutoCloseable {
    /** The longest line read, in bytes: a binary file may have no line break at all, and must not fill the memory. */
    static final int LONGEST_LINE = 1_000_000;

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final InputStream bytes;
    private int number;

    private TextFile(Path path, InputStream bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * Opens a file.
     *
     * @param base the folder where a relative name starts
     * @param key the setting that names it, for the message
     * @throws UserError if it is missing, a folder or unreadable
     */
    static TextFile open(Path base, String name, String key) {
        Path path = path(base, name, key);
        if (!Files.exists(path)) {
            throw new UserError(key + " names " + path + ", which does not exist"
                    + (base.toString().isEmpty() ? "" : "; paths start at the experiment file's folder"));
        }
        if (Files.isDirectory(path)) {
            throw new UserError(key + " names " + path + ", which is a folder; expected a file");
        }
        try {
            return new TextFile(path, unzipped(Files.newInputStream(path)));
        } catch (IOException e) {
            throw new UserError(key + " names " + path + ", which cannot be read: " + e, e);
        }
    }

    /**
     * All lines of a file.
     *
     * @param file its path
     * @param key the argument that names it, for the message
     * @throws UserError if it is missing or not UTF-8 text
     */
    public static List<String> lines(Path file, String key) {
        try (TextFile text = open(Path.of(""), file.toString(), key)) {
            return text.lines();
        }
    }

    /**
     * All lines of a stream.
     *
     * @param name what to call it in a message
     * @throws UserError if it is not UTF-8 text
     */
    public static List<String> lines(InputStream stream, String name) {
        try (TextFile text = new TextFile(Path.of(name), unzipped(stream))) {
            return text.lines();
        } catch (IOException e) {
            throw new UserError(name + " cannot be read: " + e, e);
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String line = next(); line != null; line = next()) {
            lines.add(line);
        }
        return lines;
    }

    private static Path path(Path base, String name, String key) {
        try {
            return base.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new UserError(key + " is not a path: " + e.getMessage(), e);
        }
    }

    private static InputStream unzipped(InputStream file) throws IOException {
        InputStream raw = new BufferedInputStream(file, BUFFER);
        try {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            return gzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /**
     * The next line, or null at the end.
     *
     * @throws UserError if the line is not UTF-8 or too long, or the file cannot be read on
     */
    @Nullable String next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int b = bytes.read();
            if (b < 0) {
                return null;
            }
            number++;
            for (; b >= 0 && b != '\n'; b = bytes.read()) {
                if (line.size() == LONGEST_LINE) {
                    throw error("is longer than 1,000,000 bytes; expected text, one sentence a line");
                }
                line.write(b);
            }
        } catch (IOException e) {
            throw new UserError(
                    path + " cannot be read past line " + number + ", a disk error or damaged gzip: " + e.getMessage(),
                    e);
        }
        return decoded(line.toByteArray());
    }

    private String decoded(byte[] line) {
        int start = number == 1 && startsWithMark(line) ? 3 : 0;
        ByteBuffer buffer = ByteBuffer.wrap(line, start, line.length - start);
        try {
            // A new decoder reports malformed input; String's constructor would replace it.
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            throw error("is not UTF-8 at byte " + (buffer.position() + 1) + " of the line; save the file as UTF-8");
        }
    }

    private static boolean startsWithMark(byte[] line) {
        return line.length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
    }

    /** An error at the line read last. */
    UserError error(String what) {
        return new UserError(path + ":" + number + " " + what);
    }

    /** The lines read so far. */
    int number() {
        return number;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UserError(path + " cannot be closed: " + e, e);
        }
    }
}
