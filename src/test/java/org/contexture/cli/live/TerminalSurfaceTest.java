package org.contexture.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stays on a terminal and what is drawn over, read off a screen in memory. */
class TerminalSurfaceTest {
    private static final String HIDE = "\u001b[?25l";
    private static final String SHOW = "\u001b[?25h";

    private final Screen screen = new Screen(80, 10);
    private final TerminalSurface surface = new TerminalSurface(screen.terminal, () -> screen.size, true);

    TerminalSurfaceTest() throws IOException {}

    private List<String> names() {
        return screen.lines().stream().map(line -> line.split(" ", 2)[0]).toList();
    }

    @Test
    void endedTrialsStayAboveATableThatIsDrawnOver() {
        surface.show(List.of(), Trials.running("a", "b"));
        assertEquals(List.of("trial", "a", "b", "[############------------]"), names());
        surface.show(List.of(Trials.ended(1, "a", Trials.ok())), Trials.running("b"));
        assertEquals(
                "1/9  ok        a-s1  testLoss 1.500  bleu 20.00",
                screen.lines().get(0));
        assertEquals(List.of("1/9", "trial", "b", "[############------------]"), names());
        surface.show(List.of(Trials.ended(2, "b", Trials.ok())), Trials.running("c", "d", "e"));
        assertEquals(List.of("1/9", "2/9", "trial", "c", "d", "e", "[############------------]"), names());
    }

    @Test
    void onlyWhatChangedIsWrittenAgain() {
        surface.show(List.of(), Trials.running("a", "b"));
        int before = screen.written().length();
        surface.show(List.of(), Trials.running("a", "c"));
        String more = screen.written().substring(before);
        assertTrue(more.contains("c"), more);
        assertFalse(more.contains("trial"), more);
        assertEquals(List.of("trial", "a", "c", "[############------------]"), names());
    }

    @Test
    void moreTrialsThanRowsNeverScrollTheScreenAway() {
        surface.show(List.of(Trials.ended(1, "x", Trials.ok())), Trials.running());
        for (int i = 0; i < 5; i++) {
            surface.show(List.of(), Trials.running("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"));
            surface.show(List.of(), Trials.running("b", "c"));
        }
        assertEquals(List.of("1/9", "trial", "b", "c", "[############------------]"), names());
    }

    @Test
    void aResizeLeavesNothingBehind() {
        surface.show(List.of(Trials.ended(1, "a", Trials.ok())), Trials.running("b", "c"));
        for (int[] size : new int[][] {{50, 10}, {30, 6}, {120, 30}, {80, 10}}) {
            screen.type("\n\n\n\nrest\u001b[4A\r"); // what a terminal that wraps lines again leaves below the table
            screen.resize(size[0], size[1]);
            surface.show(List.of(), Trials.running("b", "c"));
            List<String> lines = screen.lines();
            assertFalse(String.join("\n", lines).contains("rest"), lines.toString());
            assertEquals(
                    1, lines.stream().filter(line -> line.startsWith("trial")).count(), lines.toString());
            assertEquals(
                    1, lines.stream().filter(line -> line.startsWith("[###")).count(), lines.toString());
            assertEquals(1, lines.stream().filter(line -> line.startsWith("b ")).count(), lines.toString());
        }
    }

    /** An enter key moves the cursor; after a few seconds the table is whole again below it. */
    @Test
    void whatAKeyWroteIsDrawnOver() {
        surface.show(List.of(), Trials.running("a", "b"));
        screen.type("\nxyz");
        for (int i = 0; i < 50; i++) {
            surface.show(List.of(), Trials.running("a", "b"));
        }
        List<String> names = names();
        assertEquals(
                List.of("trial", "a", "b", "[############------------]"),
                names.subList(names.size() - 4, names.size()));
        assertFalse(
                String.join("\n", screen.lines()).contains("xyz"),
                screen.lines().toString());
    }

    @Test
    void theCursorIsHiddenUntilTheEndAndTheTableGone() {
        surface.show(List.of(Trials.ended(1, "a", Trials.ok())), Trials.running("b"));
        assertTrue(screen.written().contains(HIDE));
        assertFalse(screen.written().contains(SHOW));
        surface.close();
        assertTrue(screen.written().lastIndexOf(SHOW) > screen.written().lastIndexOf(HIDE));
        assertEquals(List.of("1/9"), names());
        screen.type("$");
        assertEquals("$", screen.lines().get(1), "the cursor is where a line would begin");
    }

    /** Over ssh, to a computer that has never heard of the terminal. */
    @Test
    void aTerminalOfUnknownTypeIsTakenForTheUsualOne() {
        assertEquals("screen", SystemTerminal.known("screen"));
        assertEquals("xterm", SystemTerminal.known("no-such-terminal"));
    }

    @Test
    void whatWentWrongIsRedUnlessNoColorIsAskedFor() throws IOException {
        surface.show(List.of(Trials.ended(1, "a", Trials.diverged())), Trials.running());
        assertEquals("1/9  diverged  a-s1  diverged at·step 3", screen.lines().get(0));
        assertTrue(screen.written().contains("\u001b[31m1/9"), screen.written());
        Screen other = new Screen(80, 10);
        new TerminalSurface(other.terminal, () -> other.size, false)
                .show(List.of(Trials.ended(1, "a", Trials.diverged())), Trials.running());
        assertFalse(other.written().contains("\u001b[31m"), other.written());
    }
}
