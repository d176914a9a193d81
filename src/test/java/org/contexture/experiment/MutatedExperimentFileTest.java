package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file, reading it gives an experiment or a message, never another exception. */
class MutatedExperimentFileTest {
    private static final String VALID =
            """
            # A comment
            question: "Which: one?"
            corpus: { task: scan, split: simple, percent: 8, testLimit: 1000, valid: { fraction: 0.1 } }
            model:
              cell: gru
              feed: [init, step]
              hidden: 64
            training: { epochs: 10, learningRate: 1e-3 }
            sweep:
              model.context: [last, mean]
              model.feed: [[init], [init, output]]
              decoding.maxLength: [null, 20]
            seeds: [1, 2, 3]
            """;

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            "\n",
            "\n---\n",
            "\n  ",
            "\t",
            "'",
            "\"",
            "|",
            ">",
            "&a ",
            "*a",
            "!!int ",
            "%YAML 9.9",
            "? ",
            "~",
            "null",
            "0x",
            "1_0",
            ".inf",
            ".nan",
            "-",
            "+",
            "9".repeat(40),
            "1e999",
            "\u0000",
            "\uFEFF",
            "\uD83D\uDE00",
            "\\",
            "<<: ",
            "#",
            "@",
            "`",
            "model.hidden",
            "2001-01-01",
            "0b1",
            "1:30",
            "{}",
            "[]",
            ",",
            "[".repeat(70),
            "\u2028",
            "=",
            "0o7");

    private final Path folder;

    MutatedExperimentFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aMutantIsAnExperimentOrAUserError() throws IOException {
        SplittableRandom random = new SplittableRandom(20260101);
        Path file = folder.resolve("x.yaml");
        int good = 0;
        int bad = 0;
        for (int i = 0; i < 600; i++) {
            byte[] mutant = mutant(random);
            Files.write(file, mutant);
            try {
                Plan.of(Experiment.read(file));
                good++;
            } catch (UserError e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()), e.getMessage());
                bad++;
            } catch (RuntimeException e) {
                throw new AssertionError("mutant " + i + ":\n" + new String(mutant, StandardCharsets.UTF_8), e);
            }
        }
        assertTrue(good > 20 && bad > 200, good + " experiments and " + bad + " errors: the mutants do not try both");
    }

    private static byte[] mutant(SplittableRandom random) {
        byte[] bytes = VALID.getBytes(StandardCharsets.UTF_8);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + random.nextInt(12));
            byte[] piece =
                    switch (random.nextInt(4)) {
                        case 0 -> new byte[0];
                        case 1 -> Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(60)));
                        case 2 -> new byte[] {(byte) random.nextInt(256)};
                        default -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                    };
            bytes = spliced(bytes, at, random.nextBoolean() ? at : end, piece);
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] all = new byte[bytes.length - (to - from) + piece.length];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(piece, 0, all, from, piece.length);
        System.arraycopy(bytes, to, all, from + piece.length, bytes.length - to);
        return all.length == 0 ? new byte[] {'\n'} : all;
    }
}
