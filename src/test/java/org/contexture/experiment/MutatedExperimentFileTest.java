package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a file, reading it gives an experiment or a message, never another exception. */
class MutatedExperimentFileTest {
    private static final int MUTANTS = 2400;

    private static final String GRID =
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

    private static final String ALGEBRA =
            """
            extends: base.yaml
            sweep:
              - zip: { model.embedding: [3, 4], model.hidden: [5, 6] }
                points: [{ training.batch: 8 }, { training.batch: 16, training.clip: 2 }]
                exclude: [{ training.clip: 2, model.hidden: [6, 5] }]
                include: [{ model.cell: lstm }]
              - random: { trials: 4, seed: 7, training.learningRate: { logUniform: [1e-4, 1e-2] }, model.hidden: { integer: [2, 99] } }
                when: [{ if: { model.cell: gru }, sweep: { training.epochs: [1, 2], model.context: [max] } }]
              - model.cell: [rnn, gru, lstm]
                match: { parameters: 9000, vary: model.hidden, from: 8, to: 64 }
            seeds: { until: { metric: bleu, halfWidth: 0.5, min: 2, max: 4 } }
            """;

    private static final List<String> OPTIONS = List.of(
            "model.hidden=8",
            "model.cell=gru,lstm",
            "seeds=3",
            "training.clip=[1, 2]",
            "corpus.valid=none",
            "question=a: b");

    private static final List<String> PIECES = List.of(
            "extends: x.yaml\n",
            "extends: [base.yaml, base.yaml]\n",
            "zip",
            "points",
            "random",
            "when",
            "exclude",
            "include",
            "match",
            "null",
            "model.cell: [rnn]",
            "trials: 9999",
            "[1, 2]",
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
    @Timeout(120) // no measurement: a reader that hangs should not hang the build
    void aMutantIsAnExperimentOrAUserErrorAndNothingIsWritten() throws IOException {
        SplittableRandom random = new SplittableRandom(20260101);
        Files.writeString(folder.resolve("base.yaml"), "corpus: { task: sort, size: 40 }\nmodel: { hidden: 9 }\n");
        Path file = folder.resolve("x.yaml");
        int good = 0;
        int bad = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutant(random, i % 2 == 0 ? GRID : ALGEBRA, 1 + random.nextInt(3));
            Overrides options = i % 3 == 0 ? options(random) : Overrides.NONE;
            Files.write(file, mutant);
            if (isPlanned(file, options, i, mutant)) good++;
            else bad++;
        }
        assertTrue(good > 100 && bad > 1000, good + " experiments and " + bad + " errors: the mutants do not try both");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count(), "reading and planning leave nothing behind");
        }
    }

    private boolean isPlanned(Path file, Overrides options, int number, byte[] mutant) {
        try {
            Plan plan = Plan.of(ExperimentFolder.matched(Experiment.read(file, options)));
            assertTrue(plan.trials().size() <= ExperimentReader.MOST_TRIALS);
            return true;
        } catch (UserError e) {
            String message = String.valueOf(e.getMessage());
            assertTrue(message.startsWith(folder.toString()) || message.startsWith("--"), message);
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            String text = new String(mutant, StandardCharsets.UTF_8);
            throw new AssertionError("mutant " + number + " with " + options + ":\n" + text, e);
        }
    }

    private static Overrides options(SplittableRandom random) {
        return new Overrides(option(random), option(random));
    }

    private static List<String> option(SplittableRandom random) {
        String option = OPTIONS.get(random.nextInt(OPTIONS.size()));
        return random.nextBoolean()
                ? List.of()
                : List.of(new String(mutant(random, option, random.nextInt(2)), StandardCharsets.UTF_8));
    }

    private static byte[] mutant(SplittableRandom random, String valid, int edits) {
        byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
        for (int e = 0; e < edits; e++) {
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
