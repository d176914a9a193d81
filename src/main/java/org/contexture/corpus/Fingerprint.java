package org.contexture.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over lists of pairs: each list as its number of pairs, each sentence as its number of UTF-8 bytes and the bytes, all
 * numbers as four bytes, big end first. Lengths stand before contents, so no two corpora are framed alike.
 */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(List<List<SentencePair>> lists) {
        Fingerprint fingerprint = new Fingerprint();
        lists.forEach(fingerprint::add);
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(List<SentencePair> pairs) {
        add(pairs.size());
        for (SentencePair pair : pairs) {
            add(pair.source());
            add(pair.target());
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }
}
