package org.contexture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Scoring at the terminal: the same options, numbers and JSON as sacreBLEU's own command. */
class ScoreCommandTest {
    private static final String VERSION = "|version:contexture-0.1|sacrebleu-compat:2.6.0";

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    ScoreCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void write() throws IOException {
        JsonNode golden = golden().get("cases").get(0);
        lines("ref", golden.get("refs").get(0));
        for (int s = 0; s < 3; s++) {
            lines("sys" + s, golden.get("systems").get(s));
        }
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in =
                ScoreCommandTest.class.getResourceAsStream("/org/contexture/metrics/sacrebleu-2.6.0.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
    }

    private void lines(String name, JsonNode texts) throws IOException {
        StringBuilder lines = new StringBuilder();
        texts.forEach(text -> lines.append(text.textValue()).append('\n'));
        Files.writeString(folder.resolve(name), lines);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int score(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("score"));
        all.addAll(List.of(arguments));
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(all.toArray(String[]::new));
    }

    private int scoreInput(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return score(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aSystemsScoresAreLinesAsSacreBleuPrintsThem() {
        assertEquals(0, score("-m", "bleu", "chrf", path("ref"), path("sys0"), "-w", "2"));
        assertEquals(
                " BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp" + VERSION
                        + " = 52.49 84.5/61.6/45.9/36.6 (BP = 0.965 ratio = 0.966 hyp_len = 283 ref_len = 293)\n"
                        + "chrF2|nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no" + VERSION + " = 63.95\n",
                unix());
    }

    private String unix() {
        return out.toString().replace("\r\n", "\n").replaceAll("(?m)^ +(?=BLEU)", " ");
    }

    @Test
    void sacreBleusOwnCommandLineWorksAsItIs() throws IOException {
        assertEquals(0, score(path("ref"), "-i", path("sys0"), "-m", "bleu", "-lc", "-tok", "intl", "-b", "-w", "4"));
        String plain = out.toString();
        assertEquals(
                0,
                scoreInput(
                        Files.readString(folder.resolve("sys0")), path("ref"), "-lc", "-tok", "intl", "-b", "-w", "4"));
        assertEquals(plain, out.toString());
        assertTrue(plain.matches("\\d\\d\\.\\d{4}\\s+"), plain);
    }

    @Test
    void jsonHasSacreBleusKeys() throws IOException {
        assertEquals(0, score(path("ref"), path("sys0"), "--json", "--confidence"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertEquals(
                List.of(
                        "name",
                        "score",
                        "signature",
                        "confidence_mean",
                        "confidence_var",
                        "confidence",
                        "verbose_score",
                        "nrefs",
                        "bs",
                        "seed",
                        "case",
                        "eff",
                        "tok",
                        "smooth",
                        "version",
                        "sacrebleu-compat"),
                keys);
        assertEquals(52.5, json.get("score").doubleValue());
        assertEquals("μ = 51.9 ± 10.3", json.get("confidence").textValue());
    }

    @Test
    void pairedTestsPrintPValuesAgainstTheFirstSystem() throws IOException {
        assertEquals(0, score(path("ref"), path("sys0"), path("sys1"), path("sys2"), "--paired-bs", "--json"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals("Baseline: " + path("sys0"), json.get(0).get("system").textValue());
        assertTrue(json.get(0).get("BLEU").get("p_value").isNull());
        assertEquals(0.11188811188811189, json.get(1).get("BLEU").get("p_value").doubleValue());
        assertEquals(
                0.016983016983016984, json.get(2).get("BLEU").get("p_value").doubleValue());
        assertEquals(
                0, score(path("ref"), path("sys0"), path("sys2"), "--paired-ar", "--paired-ar-n", "2000", "-j", "1"));
        assertTrue(out.toString().contains("p = 0.0425*"), out.toString());
        assertTrue(out.toString().contains("nrefs:1|ar:2000|seed:12345|case"), out.toString());
    }

    @Test
    void tablesOfSeveralSystemsCanBePastedIntoAPaper() {
        assertEquals(0, score(path("ref"), path("sys0"), path("sys2"), "--paired-bs", "--format", "latex"));
        assertTrue(out.toString().contains("\\textbf{41.4 (40.7 $\\pm$ 11.5) p = 0.0170}"), out.toString());
        assertEquals(0, score(path("ref"), path("sys0"), path("sys2"), "--format", "csv"));
        assertEquals(path("sys0") + ",52.5", out.toString().lines().toList().get(1));
    }

    @Test
    void referencesMayBeSeveralFilesOrColumns() throws IOException {
        Files.writeString(folder.resolve("a"), "the cat\nx y\n");
        Files.writeString(folder.resolve("b"), "a dog\nx z\n");
        Files.writeString(folder.resolve("both"), "the cat\ta dog\nx y\tx z\n");
        Files.writeString(folder.resolve("hyp"), "a dog\nx y\n");
        assertEquals(0, score("--ref", path("a"), "--ref", path("b"), path("hyp"), "--max-ngram-order", "2"));
        String twoFiles = out.toString();
        assertTrue(twoFiles.contains("nrefs:2") && twoFiles.contains("= 100.0 100.0/100.0"), twoFiles);
        assertEquals(0, score(path("both"), "--num-refs", "2", "-i", path("hyp"), "--max-ngram-order", "2"));
        assertEquals(twoFiles, out.toString());
    }

    @Test
    void sentencesHaveALineEach() throws IOException {
        assertEquals(0, score(path("ref"), path("sys0"), "-sl", "-b", "-w", "10"));
        List<String> expected = new ArrayList<>();
        golden().get("cases")
                .get(0)
                .get("sentence_bleu")
                .get(0)
                .get("scores")
                .forEach(s -> expected.add(String.format(java.util.Locale.ROOT, "%.8f", s.doubleValue())));
        List<String> printed =
                out.toString().lines().map(l -> l.substring(0, l.length() - 2)).toList();
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(Double.parseDouble(expected.get(i)), Double.parseDouble(printed.get(i)), 1.01e-8);
        }
        assertEquals(40, printed.size());
    }

    @Test
    void standardInputMayHoldASystemAColumn() throws IOException {
        Files.writeString(folder.resolve("two"), "a b\nc d\n");
        assertEquals(0, scoreInput("a b\tb a\nc d\td c\n", path("two"), "--max-ngram-order", "1", "--format", "csv"));
        assertEquals(
                List.of("System,BLEU", "System 1,100.0", "System 2,100.0"),
                out.toString().lines().toList());
        assertEquals(2, scoreInput("a b\tb a\nc d\n", path("two")));
        assertEquals(
                "standard input:2 has 1 systems with tabs between them; expected 2, as in its first line",
                err.toString().strip());
    }

    @Test
    void mistakesAreToldInASentence() throws IOException {
        Files.writeString(folder.resolve("short"), "one line\n");
        refused(
                path("short") + " has 1 lines, but " + path("ref") + " has 40; expected a line a segment in both",
                path("ref"),
                path("short"));
        refused(
                "--metrics is followed by something else than bleu, chrf, ter; expected some of these",
                path("ref"),
                path("sys0"),
                "-m",
                "rouge");
        refused(
                "--tokenize is spm; expected 13a, intl, zh, char or none; that tokenizer of sacreBLEU needs a model,"
                        + " and there is none here",
                path("ref"),
                path("sys0"),
                "-tok",
                "spm");
        refused(
                "A paired test compares systems, but there is only one: name the files of two or more.",
                path("ref"),
                path("sys0"),
                "--paired-bs");
        refused("There are no references: name their file first, or after --ref.");
        refused(
                "chrF needs a character order from 1 to 100, a word order and a beta from 0 to 100, but they are"
                        + " 0, 0, 2",
                path("ref"),
                path("sys0"),
                "-m",
                "chrf",
                "-cc",
                "0");
        refused("The reference names " + path("none") + ", which does not exist", path("none"), path("sys0"));
    }

    private void refused(String message, String... arguments) {
        assertEquals(2, score(arguments), out.toString());
        assertEquals(message, err.toString().strip());
    }

    /** Each would have been an internal error, or a score that means nothing. */
    @Test
    void optionsOutOfBoundsAreRefused() {
        refused(
                "the n-gram order must be from 1 to 100 but is 1500000000",
                path("ref"),
                path("sys0"),
                "--max-ngram-order",
                "1500000000");
        refused(
                "the smoothing value must be above 0 and at most 1000 but is NaN",
                path("ref"),
                path("sys0"),
                "-s",
                "add-k",
                "-sv",
                "NaN");
        refused(
                "the smoothing value must be above 0 and at most 1000 but is -1.0",
                path("ref"),
                path("sys0"),
                "-s",
                "floor",
                "-sv",
                "-1");
    }

    @Test
    void metricsMayStandTogetherAndInCapitals() {
        assertEquals(0, score(path("ref"), path("sys0"), "-m", "BLEU,chrF", "--format", "csv", "--confidence"));
        assertEquals(
                List.of(
                        "System,BLEU (μ ± 95 % CI),chrF2 (μ ± 95 % CI)",
                        path("sys0") + ",52.5 (51.9 ± 10.3),64.0 (63.7 ± 7.5)"),
                out.toString().lines().toList());
    }

    @Test
    void equalSystemsGetNoStar() {
        Path copy = folder.resolve("copy");
        assertEquals(0, score(path("ref"), path("sys0"), copyOf("sys0", copy), "--paired-ar", "--paired-ar-n", "100"));
        assertTrue(out.toString().contains("p = 0.0099\n"), out.toString());
    }

    private String copyOf(String name, Path copy) {
        try {
            return Files.copy(folder.resolve(name), copy).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void tokenizedLookingTextIsRemarkedOn() throws IOException {
        Files.writeString(folder.resolve("spaced"), "a b .\n".repeat(100));
        assertEquals(0, score(path("spaced"), path("spaced")));
        assertTrue(err.toString().contains("has 100 lines that end in \" .\""), err.toString());
        assertEquals(0, score(path("spaced"), path("spaced"), "--force"));
        assertEquals("", err.toString());
    }
}
