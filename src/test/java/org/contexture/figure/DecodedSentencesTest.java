package org.contexture.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contexture.figure.Difference.Kind;
import org.contexture.figure.Difference.Piece;
import org.contexture.results.Results;
import org.contexture.setting.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodedSentencesTest {
    private final Path folder;
    private final Results results;

    DecodedSentencesTest(@TempDir Path folder) throws IOException {
        this.folder = folder.resolve("trials/rnn-last-32-s1");
        Files.createDirectories(this.folder);
        Results made = Sweep.of(1);
        results = new Results(folder, made.trials(), made.epochs(), made.positions(), made.lengths(), made.timings());
        write("sources.txt", "jump twice\nwalk\n");
        write("references.txt", "JUMP JUMP\nWALK\n");
        write("hypotheses.txt", "JUMP WALK JUMP\nWALK\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void wrongSentencesAreThoseThatDifferFromTheirReferences() {
        DecodedSentences wrong = Figures.decoded(results, "rnn-last-32-s1").wrong();
        assertEquals(1, wrong.sentences().size());
        assertEquals(1, wrong.sentences().get(0).number());
        assertEquals("jump twice", wrong.sentences().get(0).source());
    }

    @Test
    void firstTakesNoMoreThanThereAre() {
        DecodedSentences all = Figures.decoded(results, "rnn-last-32-s1");
        assertEquals(1, all.first(1).sentences().size());
        assertEquals(2, all.first(9).sentences().size());
    }

    @Test
    void anExtraTokenIsMarkedWhereItStands() {
        assertEquals(
                List.of(new Piece(Kind.BOTH, "JUMP"), new Piece(Kind.EXTRA, "WALK"), new Piece(Kind.BOTH, "JUMP")),
                Figures.decoded(results, "rnn-last-32-s1").sentences().get(0).difference());
    }

    @Test
    void aReplacedTokenIsMissingAndExtraInThatOrder() {
        assertEquals(
                List.of(
                        new Piece(Kind.BOTH, "a"),
                        new Piece(Kind.MISSING, "b"),
                        new Piece(Kind.EXTRA, "x"),
                        new Piece(Kind.BOTH, "c")),
                Difference.of(List.of("a", "b", "c"), List.of("a", "x", "c")));
    }

    @Test
    void whatBothSentencesHaveIsALongestCommonSubsequence() {
        List<Piece> pieces = Difference.of(List.of("a", "b", "c", "d", "e"), List.of("c", "d", "a", "b", "e", "a"));
        long common = pieces.stream().filter(p -> p.kind() == Kind.BOTH).count();
        assertEquals(3, common);
        assertEquals(5, pieces.stream().filter(p -> p.kind() != Kind.EXTRA).count());
        assertEquals(6, pieces.stream().filter(p -> p.kind() != Kind.MISSING).count());
    }

    @Test
    void anEmptyHypothesisIsAllMissing() {
        DecodedSentences.Sentence sentence = new DecodedSentences.Sentence(1, "x", "A B", "");
        assertEquals(List.of(new Piece(Kind.MISSING, "A"), new Piece(Kind.MISSING, "B")), sentence.difference());
    }

    @Test
    void filesOfDifferentLengthAreRefused() throws IOException {
        write("hypotheses.txt", "JUMP\n");
        UserError error = assertThrows(UserError.class, () -> Figures.decoded(results, "rnn-last-32-s1"));
        assertTrue(String.valueOf(error.getMessage()).contains("have 2, 2 and 1 lines"), error.getMessage());
    }

    @Test
    void aTrialWithoutSentencesSaysHowToGetThem() {
        UserError error = assertThrows(UserError.class, () -> Figures.decoded(results, "gru-last-32-s1"));
        assertTrue(String.valueOf(error.getMessage()).contains("run the experiment to have it"), error.getMessage());
    }

    @Test
    void whatDiffersIsMarkedInHtml() {
        String html = Figures.decoded(results, "rnn-last-32-s1").html();
        assertTrue(html.contains("JUMP <ins style=\"color:#0072b2\">WALK</ins> JUMP"), html);
        assertTrue(html.contains("rnn-last-32-s1: 2 sentences"), html);
    }

    @Test
    void corpusTextIsNoMarkup() throws IOException {
        write("sources.txt", "<script>alert(1)</script>\nwalk\n");
        write("hypotheses.txt", "<b> \"x\" &amp;\nWALK\n");
        String html = Figures.decoded(results, "rnn-last-32-s1").html();
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), html);
        assertTrue(html.contains("&lt;b&gt;") && html.contains("&quot;x&quot;") && html.contains("&amp;amp;"), html);
    }

    @Test
    void aTerminalShowsTheSame() {
        String text = Figures.decoded(results, "rnn-last-32-s1").wrong().toString();
        assertEquals("rnn-last-32-s1, wrong\n1  jump twice  →  JUMP +WALK JUMP\n", text);
    }
}
