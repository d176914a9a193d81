package org.contexture.provenance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private static final int CHUNK = 1 << 16;

    private Sha256() {}

    /** Of a text. */
    public static String of(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What a stream holds, to its end.
     *
     * @param start its first bytes, as many as were asked for, as UTF-8 text
     * @param size of the whole, in bytes
     */
    record Content(String start, long size, String sha256) {}

    /** Reads a stream to its end and keeps the first {@code most} bytes. */
    static Content read(InputStream stream, int most) throws IOException {
        MessageDigest digest = digest();
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        long size = 0;
        for (byte[] chunk = stream.readNBytes(CHUNK); chunk.length > 0; chunk = stream.readNBytes(CHUNK)) {
            digest.update(chunk);
            start.write(chunk, 0, Math.min(chunk.length, most - start.size()));
            size += chunk.length;
        }
        return new Content(
                start.toString(StandardCharsets.UTF_8), size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
