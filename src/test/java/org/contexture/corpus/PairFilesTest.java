package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairFilesTest {
    private static final TextSettings TWO = new TextSettings("a.de", "a.en", null, null);
    private static final TextSettings PAIRS = new TextSettings(null, null, "a.tsv", null);
    private static final TextSettings SCAN = new TextSettings(null, null, null, "a.txt");

    private final List<String> notes = new ArrayList<>();

    @TempDir
    Path folder = Path.of(".");

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private List<SentencePair> read(TextSettings files) {
        return new PairFiles(folder, "corpus.train").read(files, notes);
    }

    private void refuses(TextSettings files, String file, String what) {
        String message = Refusal.of(() -> read(files));
        assertTrue(message.contains(folder.resolve(file) + what), message);
    }

    private static SentencePair pair(String source, String target) {
        return new SentencePair(source, target);
    }

    @Test
    void twoFilesAreReadLineByLine() throws IOException {
        write("a.de", "ein Hund\nzwei Äpfel\n");
        write("a.en", "a dog\ntwo apples");
        assertEquals(List.of(pair("ein Hund", "a dog"), pair("zwei Äpfel", "two apples")), read(TWO));
        assertEquals(List.of(), notes);
    }

    @Test
    void tabbedPairsIgnoreFurtherColumns() throws IOException {
        write("a.tsv", "Go.\tGeh.\tCC-BY 2.0 (France) tatoeba.org\nHi.\tHallo!\n");
        assertEquals(List.of(pair("Go.", "Geh."), pair("Hi.", "Hallo!")), read(PAIRS));
    }

    @Test
    void scanLinesAreRead() throws IOException {
        write("a.txt", "IN: jump twice OUT: I_JUMP I_JUMP\n");
        assertEquals(List.of(pair("jump twice", "I_JUMP I_JUMP")), read(SCAN));
    }

    @Test
    void gzipIsKnownByItsFirstBytes() throws IOException {
        write("a.de", zipped("eins\nzwei\n"));
        write("a.en", "one\ntwo\n");
        assertEquals(List.of(pair("eins", "one"), pair("zwei", "two")), read(TWO));
        write("a.tsv", zipped("eins\tone\n"));
        assertEquals(List.of(pair("eins", "one")), read(PAIRS));
        write("a.txt", zipped("IN: walk OUT: I_WALK\n"));
        assertEquals(List.of(pair("walk", "I_WALK")), read(SCAN));
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        byte[] whole = zipped("eins\tone\n".repeat(100));
        write("a.tsv", Arrays.copyOf(whole, whole.length - 12));
        refuses(PAIRS, "a.tsv", " cannot be read past line ");
        write("a.tsv", new byte[] {0x1F, (byte) 0x8B, 0, 0, 0, 0, 0, 0, 0, 0});
        refuses(PAIRS, "a.tsv", ", which cannot be read");
    }

    @Test
    void byteOrderMarkAndCarriageReturnsAreLeftOut() throws IOException {
        write("a.tsv", "\uFEFFeins\tone\r\nzwei\ttwo\r\n");
        assertEquals(List.of(pair("eins", "one"), pair("zwei", "two")), read(PAIRS));
    }

    @Test
    void onlyALineFeedEndsALine() throws IOException {
        write("a.tsv", "a\u2028b\u0085c\rd\u000Be\tx\u2029y\n");
        assertEquals(List.of(pair("a\u2028b\u0085c\rd\u000Be", "x\u2029y")), read(PAIRS));
    }

    @Test
    void whiteSpaceAroundASentenceIsNoPartOfIt() throws IOException {
        write("a.tsv", " \u00A0eins zwei \t\u3000one two\u0085\n");
        assertEquals(List.of(pair("eins zwei", "one two")), read(PAIRS));
    }

    @Test
    void aMalformedByteIsNamedByLineAndPlace() throws IOException {
        write("a.tsv", new byte[] {'a', '\t', 'b', '\n', 'c', '\t', (byte) 0xE4, 'h', '\n'});
        refuses(PAIRS, "a.tsv", ":2 is not UTF-8 at byte 3");
        write("a.tsv", new byte[] {'a', '\t', (byte) 0xC3});
        refuses(PAIRS, "a.tsv", ":1 is not UTF-8 at byte 3");
        write("a.tsv", "\uFEFFeins\tone".getBytes(StandardCharsets.UTF_16LE));
        refuses(PAIRS, "a.tsv", ":1 is not UTF-8 at byte 1");
    }

    @Test
    void unequalLineCountsAreRefusedWhereTheLongerFileGoesOn() throws IOException {
        write("a.de", "eins\nzwei\ndrei\n");
        write("a.en", "one\ntwo\n");
        refuses(TWO, "a.de", ":3 has no partner: " + folder.resolve("a.en") + " ends after line 2");
        write("a.en", "one\ntwo\nthree\nfour\n");
        refuses(TWO, "a.en", ":4 has no partner: " + folder.resolve("a.de") + " ends after line 3");
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        write("a.de", "");
        write("a.en", "one\n");
        write("a.tsv", "");
        write("a.txt", zipped(""));
        refuses(TWO, "a.de", ":1 is missing: the file is empty");
        refuses(PAIRS, "a.tsv", ":1 is missing: the file is empty");
        refuses(SCAN, "a.txt", ":1 is missing: the file is empty");
        write("a.en", "");
        refuses(TWO, "a.de", ":1 is missing: the file is empty");
    }

    @Test
    void missingFilesAndFoldersAreRefused() throws IOException {
        write("a.de", "eins\n");
        refuses(TWO, "a.en", ", which does not exist");
        Files.createDirectory(folder.resolve("a.tsv"));
        refuses(PAIRS, "a.tsv", ", which is a folder");
        String message = Refusal.of(() -> read(TWO));
        assertTrue(message.startsWith("corpus.train.target names "), message);
    }

    @Test
    void aPathThatIsNoneIsRefused() {
        TextSettings files = new TextSettings(null, null, "a\0b", null);
        String message = Refusal.of(() -> read(files));
        assertTrue(message.startsWith("corpus.train.pairs is not a path"), message);
    }

    @Test
    void aMissingColumnIsRefused() throws IOException {
        write("a.tsv", "eins\tone\nzwei two\n");
        refuses(PAIRS, "a.tsv", ":2 has no tab");
    }

    @Test
    void aLineThatIsNotOfScanIsRefused() throws IOException {
        write("a.txt", "IN: walk OUT: I_WALK\nwalk OUT: I_WALK\n");
        refuses(SCAN, "a.txt", ":2 is not a line of SCAN");
        write("a.txt", "IN: walk I_WALK\n");
        refuses(SCAN, "a.txt", ":1 is not a line of SCAN");
    }

    @Test
    void aLineBeyondTheBoundIsRefused() throws IOException {
        write("a.tsv", "a\tb\n" + "x".repeat(TextFile.LONGEST_LINE - 2) + "\ty\n");
        assertEquals(2, read(PAIRS).size());
        write("a.tsv", "a\tb\n" + "x".repeat(TextFile.LONGEST_LINE - 1) + "\ty\n");
        refuses(PAIRS, "a.tsv", ":2 is longer than 1,000,000 bytes");
    }

    @Test
    void blankPairsAreCountedAndReported() throws IOException {
        write("a.de", "eins\n\nzwei\n \u00A0\ndrei\n");
        write("a.en", "one\nnothing\n\t\n\nthree\n");
        assertEquals(List.of(pair("eins", "one"), pair("drei", "three")), read(TWO));
        assertEquals(List.of("a.de: 3 blank pairs left out of corpus.train, the first at line 2"), notes);
    }

    @Test
    void blankLinesOfOneFileFormsAreBlankPairs() throws IOException {
        write("a.tsv", "eins\tone\n\nzwei\t\n\tthree\n \u00A0\n");
        assertEquals(List.of(pair("eins", "one")), read(PAIRS));
        write("a.txt", "IN: walk OUT: I_WALK\nIN: OUT: I_WALK\nIN: walk OUT:\n\n");
        assertEquals(List.of(pair("walk", "I_WALK")), read(SCAN));
        assertEquals(
                List.of(
                        "a.tsv: 4 blank pairs left out of corpus.train, the first at line 2",
                        "a.txt: 3 blank pairs left out of corpus.train, the first at line 2"),
                notes);
    }

    @Test
    void aFileOfBlankPairsIsRefused() throws IOException {
        write("a.tsv", "\n\t\n");
        refuses(PAIRS, "a.tsv", " has only blank pairs");
    }
}
