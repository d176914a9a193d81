package org.contexture.tensor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What numbers are made on and how. Its arithmetic decides their bits and is the same on every CPU and operating system; its CPU decides
 * nothing but speed.
 *
 * @param cpu the processor as the operating system names it
 * @param arithmetic how products are summed, and eight digits of a fingerprint over some of them
 */
public record Machine(String cpu, String arithmetic) {
    /** The names of its facts, as result folders write them. */
    public static final List<String> FACTS = List.of("cpu", "arithmetic");

    /** Its facts by name. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(FACTS.get(0), cpu);
        facts.put(FACTS.get(1), arithmetic);
        return facts;
    }

    /** Looked at once: it does not change while the JVM runs. */
    private static final class Here {
        static final Machine MACHINE = new Machine(processor(), "fused multiply-adds, fingerprint " + fingerprint());
    }

    /** This machine. */
    public static Machine here() {
        return Here.MACHINE;
    }

    private static String processor() {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        String name = System.getProperty("os.arch");
        if (Files.isReadable(cpuinfo)) {
            try {
                name = describe(Files.readAllLines(cpuinfo), name);
            } catch (IOException e) {
                return name; // a name is a courtesy: the arithmetic decides
            }
        }
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        return windows == null ? name : windows;
    }

    private static String describe(List<String> cpuinfo, String otherwise) {
        Map<String, String> first = new LinkedHashMap<>();
        for (String line : cpuinfo) {
            int colon = line.indexOf(':');
            if (colon > 0)
                first.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
        }
        String said = List.of("model name", "cpu family", "model", "stepping").stream()
                .filter(first::containsKey)
                .map(key -> key.equals("model name") ? first.get(key) : key + " " + first.get(key))
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? otherwise : said;
    }

    /** Over the bits of products of several shapes: whole tiles and parts of tiles, one slice of k and several. */
    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int[] shape : new int[][] {{5, 7, 3}, {17, 70, 133}}) {
                digest.update(bits(product(shape[0], shape[1], shape[2])));
            }
            digest.update(bits(functions()));
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static float[] product(int m, int n, int k) {
        Matrix c = Matrix.zeros(m, n);
        Gemm.nt(filled(m, k).all(), filled(n, k).all(), Gemm.SET, c.all());
        return c.toArray();
    }

    /** Gates' functions, e^x and its sum. */
    private static float[] functions() {
        float[] x = filled(3, 70).toArray();
        Functions.tanh(x, x, 0, 70);
        Functions.sigmoid(x, 70, 140);
        x[0] += Functions.exp(x, 140, 70, 0.5f);
        return x;
    }

    private static byte[] bits(float[] values) {
        StringBuilder bits = new StringBuilder();
        for (float x : values) {
            bits.append(Float.floatToRawIntBits(x)).append(' ');
        }
        return bits.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Matrix filled(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int j = 0; j < values.length; j++) {
            values[j] = (float) (1 / (1.0 + j % 101) - 0.05 * (j % 7));
        }
        return Matrix.of(rows, columns, values);
    }
}
