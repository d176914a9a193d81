package org.contexture.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contexture.experiment.State;
import org.contexture.experiment.status.RunSnapshot;
import org.contexture.experiment.status.RunningTrial;
import org.junit.jupiter.api.Test;

/** The table that is drawn over while a run is at work. */
class LiveTableTest {
    private static final RunningTrial HALF = new RunningTrial("gru-last-s1", 5, 10, 0.5, 1.25, 12345.6, 75);

    private static RunSnapshot run(List<RunningTrial> running) {
        return new RunSnapshot(8, 2, Map.of(State.OK, 2, State.DIVERGED, 1), running, 0.52, 3700);
    }

    private static List<RunningTrial> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RunningTrial("trial-" + i, 1, 10, i / 100.0, 2, 100, 10))
                .toList();
    }

    @Test
    void aWideTerminalShowsEverythingThatIsKnown() {
        assertEquals(
                """
                trial        epoch                                      loss  tokens/s        left
                gru-last-s1   5/10  [############------------]   50 %  1.250     12346  1 min 15 s
                [############------------]  52 %  3 of 6 trials, 1 failed  1 h 1 min left
                """,
                String.join("\n", LiveTable.lines(run(List.of(HALF)), 120, 40)) + "\n");
    }

    @Test
    void aNarrowTerminalLosesColumnsBeforeNames() {
        assertEquals(
                """
                trial                   loss        left
                gru-last-s1  [###---]  1.250  1 min 15 s
                [####----]  52 %  3 of 6, 1 failed  1 h …
                """,
                String.join("\n", LiveTable.lines(run(List.of(HALF)), 42, 40)) + "\n");
        assertEquals(
                List.of("trial", "gru-last-s1   50 %"),
                LiveTable.lines(run(List.of(HALF)), 20, 40).subList(0, 2));
    }

    @Test
    void noLineTouchesTheLastColumnAndOneRowIsLeftFree() {
        for (int width = 1; width < 150; width++) {
            for (int height = 1; height < 12; height++) {
                List<String> lines = LiveTable.lines(run(many(7)), width, height);
                assertTrue(lines.size() <= Math.max(1, height - 1), width + "x" + height + lines);
                for (String line : lines) {
                    assertTrue(TextWidth.of(line) < width, width + "x" + height + ": " + line);
                }
            }
        }
    }

    @Test
    void trialsBeyondTheRowsBecomeACount() {
        List<String> lines = LiveTable.lines(run(many(20)), 100, 8);
        assertEquals(7, lines.size());
        assertTrue(lines.get(4).startsWith("trial-3 "), lines.toString());
        assertEquals("… and 16 more", lines.get(5));
        assertEquals(9, LiveTable.lines(run(many(7)), 100, 10).size(), "seven fit in seven rows");
        assertFalse(String.join("", LiveTable.lines(run(many(7)), 100, 10)).contains("more"));
    }

    @Test
    void aLowTerminalShowsTheLastLineAlone() {
        assertEquals(1, LiveTable.lines(run(many(20)), 100, 3).size());
        assertTrue(LiveTable.lines(run(many(20)), 100, 1).get(0).contains("3 of 6"));
    }

    @Test
    void aLongNameKeepsItsStartAndItsSeed() {
        RunningTrial trial = new RunningTrial("lstm-" + "x".repeat(80) + "-s17", 1, 2, 0, 1, 1, 1);
        String row = LiveTable.lines(run(List.of(trial)), 80, 10).get(1);
        assertTrue(row.matches("lstm-x+…x+-s17 .*"), row);
        assertTrue(row.contains("[------]"), row);
    }

    @Test
    void chineseCharactersTakeTwoColumnsAndMarksNone() {
        RunningTrial wide = new RunningTrial("循环网络", 1, 2, 0, 1, 1, 1);
        RunningTrial mark = new RunningTrial("e\u0301-s1", 1, 2, 0, 1, 1, 1);
        List<String> rows = LiveTable.rows(List.of(wide, mark), 100, 10);
        assertTrue(rows.get(1).startsWith("循环网络    1/2"), rows.get(1));
        assertTrue(rows.get(2).startsWith("e\u0301-s1        1/2"), rows.get(2));
        assertEquals("循环…", TextWidth.cut("循环网络", 6), "half a character is none");
        assertEquals("循环…络", TextWidth.cutMiddle("循环网络网络", 8));
    }

    @Test
    void whatIsNotKnownYetIsNoNumber() {
        RunningTrial begun = new RunningTrial("a", 0, 3, 0, Double.NaN, Double.NaN, Double.NaN);
        RunSnapshot run = new RunSnapshot(1, 0, Map.of(), List.of(begun), 0, Double.NaN);
        List<String> lines = LiveTable.lines(run, 100, 10);
        assertTrue(
                lines.get(1).endsWith("0/3  [------------------------]    0 %      -         -           ?"),
                lines.get(1));
        assertTrue(lines.get(2).endsWith("0 of 1 trials  ? left"), lines.get(2));
    }

    @Test
    void aTrainedTrialIsBeingTested() {
        RunningTrial trained = new RunningTrial("a", 3, 3, 1, 1, 1, 0);
        assertTrue(LiveTable.rows(List.of(trained), 100, 10).get(1).endsWith("testing"));
    }

    @Test
    void noNameSteersTheTerminal() {
        RunningTrial evil = new RunningTrial("a\u001b[2J\u202eb", 1, 2, 0, 1, 1, 1);
        assertTrue(LiveTable.rows(List.of(evil), 100, 10).get(1).startsWith("a·[2J·b "));
    }

    @Test
    void timesAreInTheirTwoLargestUnits() {
        assertEquals("0 s", Words.time(-1));
        assertEquals("1 min 0 s", Words.time(59.6));
        assertEquals("59 min 59 s", Words.time(3599));
        assertEquals("2 h 5 min", Words.time(7500));
        assertEquals("1 d 1 h", Words.time(90_000));
        assertEquals("?", Words.time(Double.POSITIVE_INFINITY));
    }
}
