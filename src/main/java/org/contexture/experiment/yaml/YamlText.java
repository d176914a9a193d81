package org.contexture.experiment.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.setting.UserError;

/** The text of an experiment file: at most 1 MiB of strict UTF-8 without control characters. */
final class YamlText {
    static final int MOST_BYTES = 1 << 20;

    private YamlText() {}

    /**
     * Reads a file.
     *
     * @throws UserError if there is no such file, it is a folder, cannot be read, is too large or is not text
     */
    static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw new UserError(file + ": is a folder; expected an experiment file such as smoke.yaml");
        }
        if (!Files.exists(file)) {
            throw new UserError(
                    file + ": there is no such file; expected an experiment file such as smoke.yaml" + neighbour(file));
        }
        return decode(bytes(file), file.toString());
    }

    static String neighbour(Path file) {
        return Nearest.hint(String.valueOf(file.getFileName()), neighbours(file));
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UserError(
                        file + ": has more than 1 MiB; expected an experiment file, which is a page or two");
            }
            return bytes;
        } catch (AccessDeniedException e) {
            throw new UserError(file + ": may not be read by this user; expected a readable file", e);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read (" + e.getMessage() + "); expected a readable file", e);
        }
    }

    private static List<String> neighbours(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName()))
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    static String decode(byte[] bytes, String file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            String found = String.format("found the byte 0x%02x, which is not UTF-8", bytes[in.position()] & 0xff);
            throw new UserError(end(text, file) + "  " + found + "; expected a file saved as UTF-8");
        }
        return printable(text.startsWith("\uFEFF") ? text.substring(1) : text, file);
    }

    private static String printable(String text, String file) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0) || c == '\uFEFF' || c >= '\uFFFE') {
                String found = String.format("found the control character U+%04X", (int) c);
                throw new UserError(end(text.substring(0, i), file) + "  " + found + "; expected printable text");
            }
        }
        return text;
    }

    /** The place just after a text. */
    private static Place end(String text, String file) {
        String[] lines = text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1);
        String last = lines[lines.length - 1];
        return new Place(file, lines.length, last.codePointCount(0, last.length()) + 1);
    }
}
