package org.contexture.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contexture.results.ReferenceCheck.Difference;
import org.contexture.results.ReferenceCheck.Verdict;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class ReferenceCheckTest {
    private final Path folder;

    ReferenceCheckTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path results(String name, String metrics, String... cell) {
        Path results = folder.resolve(name);
        TrialFolders folders = new TrialFolders(results, cell);
        for (String id : cell) {
            folders.begun(id, id, 1, "\"model.cell\": \"" + id + "\"").ended(id, "ok", metrics);
        }
        folders.write("provenance.json", "{\"cpu\": \"c\", \"arithmetic\": \"a\"}");
        Tables.write(results);
        return results;
    }

    private Table trials(String metrics, String... cell) {
        return Results.load(results("r" + metrics.hashCode() + cell.length, metrics, cell))
                .trials();
    }

    @Test
    void theSameBytesAreIdenticalWhereverTheyWereComputed() {
        Path a = results("a", "\"testLoss\": 0.1", "gru", "rnn");
        Path b = results("b", "\"testLoss\": 0.1", "rnn", "gru");
        ReferenceCheck check = ReferenceCheck.of(a, b);
        assertEquals(Verdict.IDENTICAL, check.verdict());
        assertEquals("All 2 trials equal the reference bit for bit.", check.sentence());
        new TrialFolders(b).write("provenance.json", "{\"cpu\": \"c\", \"arithmetic\": \"other\"}");
        check = ReferenceCheck.of(a, b);
        assertEquals(Verdict.IDENTICAL, check.verdict());
        assertTrue(check.sentence().endsWith("although it tells of another arithmetic or of none."), check.sentence());
    }

    @Test
    void inTheSameArithmeticTheLastBitCounts() {
        ReferenceCheck check = ReferenceCheck.of(
                trials("\"testLoss\": 0.1", "gru"), trials("\"testLoss\": 0.10000000000000002", "gru"), true);
        assertEquals(Verdict.DIFFERENT, check.verdict());
        assertEquals(List.of(new Difference("gru", "testLoss", "0.1", "0.10000000000000002")), check.differences());
        assertTrue(
                check.sentence().contains("but 1 differs, first gru, testLoss: 0.1, reference 0.1000"),
                check.sentence());
        assertTrue(check.sentence().startsWith("The arithmetic is the reference's"), check.sentence());
    }

    @Test
    void anotherCpuIsNoExcuse() {
        Path a = results("a", "\"testLoss\": 0.1", "gru");
        Path b = results("b", "\"testLoss\": 0.10000000000000002", "gru");
        new TrialFolders(b).write("provenance.json", "{\"cpu\": \"other\", \"arithmetic\": \"a\"}");
        assertEquals(Verdict.DIFFERENT, ReferenceCheck.of(a, b).verdict());
    }

    @Test
    void resultsThatTellOfABlasAndOfNoArithmeticAreReadAndCountAsAnother() {
        Path a = results("a", "\"testLoss\": 0.1", "gru");
        Path b = results("b", "\"testLoss\": 0.10000000000000002", "gru");
        String before = "{\"cpu\": \"c\", \"blas\": \"b\", \"nd4j\": \"n\"}";
        new TrialFolders(b).write("provenance.json", before);
        ReferenceCheck check = ReferenceCheck.of(a, b);
        assertEquals(Verdict.WITHIN_TOLERANCE, check.verdict());
        assertTrue(check.sentence().endsWith("Make the reference again with this Contexture to compare bit for bit."));
        new TrialFolders(a).write("provenance.json", before);
        assertEquals(false, ReferenceCheck.of(a, b).sameArithmetic(), "two that do not tell may differ");
    }

    @Test
    void aWholeNumberIsTheSameWhetherItsColumnIsOfIntegersOrNot() {
        ReferenceCheck check = ReferenceCheck.of(trials("\"hits\": 3", "gru"), trials("\"hits\": 3.0", "gru"), true);
        assertEquals(Verdict.IDENTICAL, check.verdict());
    }

    @Test
    void theSignOfZeroCountsToo() {
        Table zero = trials("\"testLoss\": 0.0", "gru");
        assertEquals(
                Verdict.DIFFERENT,
                ReferenceCheck.of(zero, trials("\"testLoss\": -0.0", "gru"), true)
                        .verdict());
    }

    @Test
    void inAnotherArithmeticLossesMayDifferByAThousandthAndSharesAtWill() {
        Table run = trials("\"testLoss\": 2.0, \"exactMatch\": 0.5", "gru");
        ReferenceCheck near = ReferenceCheck.of(run, trials("\"testLoss\": 2.0019, \"exactMatch\": 0.6", "gru"), false);
        assertEquals(Verdict.WITHIN_TOLERANCE, near.verdict());
        assertTrue(near.sentence().contains("(the farthest 9.491e-04)"), near.sentence());
        assertTrue(near.sentence().contains("were not compared"), near.sentence());
        ReferenceCheck far = ReferenceCheck.of(run, trials("\"testLoss\": 2.0021, \"exactMatch\": 0.5", "gru"), false);
        assertEquals(Verdict.DIFFERENT, far.verdict());
    }

    @Test
    void anotherSettingOrAMissingTrialIsADifferenceInAnyArithmetic() {
        Table run = trials("\"testLoss\": 2.0", "gru");
        ReferenceCheck missing = ReferenceCheck.of(run, trials("\"testLoss\": 2.0", "gru", "rnn"), false);
        assertEquals(List.of(new Difference("rnn", "trial", "absent", "present")), missing.differences());
        Table other = run.copy();
        other.stringColumn("model.cell").set(0, "lstm");
        assertEquals(
                List.of(new Difference("gru", "model.cell", "gru", "lstm")),
                ReferenceCheck.of(run, other, false).differences());
    }

    @Test
    void aLossThatIsMissingOrAColumnThatIsNotThereIsADifference() {
        Table run = trials("\"testLoss\": null", "gru");
        Table reference = trials("\"testLoss\": 2.0", "gru");
        assertEquals(
                List.of(new Difference("gru", "testLoss", "missing", "2.0")),
                ReferenceCheck.of(run, reference, false).differences());
        assertEquals(
                List.of(new Difference("every trial", "testLoss", "absent", "present")),
                ReferenceCheck.of(run.rejectColumns("testLoss"), reference, false)
                        .differences());
    }

    @Test
    void withoutProvenanceTheArithmeticCountsAsAnother() throws IOException {
        Path a = results("a", "\"testLoss\": 0.1", "gru");
        Path b = results("b", "\"testLoss\": 0.1", "gru");
        Files.delete(b.resolve("provenance.json"));
        assertEquals(false, ReferenceCheck.of(a, b).sameArithmetic());
    }

    @Test
    void aReferenceWithoutTrialsCannotPass() {
        Table empty = trials("\"testLoss\": 2.0", "gru").emptyCopy();
        assertThrows(UserError.class, () -> ReferenceCheck.of(empty, empty, true));
    }
}
