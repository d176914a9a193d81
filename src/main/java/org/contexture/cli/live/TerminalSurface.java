package org.contexture.cli.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.contexture.experiment.State;
import org.contexture.experiment.status.EndedTrial;
import org.contexture.experiment.status.RunSnapshot;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * A terminal: lines that stay, and below them the table, drawn over where it changed. The cursor rests, unseen, at the table's
 * first character: wherever a resize moves that to, everything from there on is ours to draw again.
 */
final class TerminalSurface implements Surface {
    /** After so many times everything is drawn again: a key or another program may have written into the table. */
    private static final int REPAINT = 50;

    private final Terminal terminal;
    private final Supplier<Size> size;
    private final boolean hasColor;
    private final Display display;
    private Size drawnFor = Size.of(0, 0);
    private int drawn;

    TerminalSurface(Terminal terminal, Supplier<Size> size, boolean hasColor) {
        this.terminal = terminal;
        this.size = size;
        this.hasColor = hasColor;
        display = new Display(terminal, false);
        terminal.puts(Capability.cursor_invisible);
    }

    @Override
    public void show(List<EndedTrial> ended, RunSnapshot run) {
        Size now = size.get();
        boolean isResized = !now.equals(drawnFor);
        if (isResized || !ended.isEmpty() || ++drawn % REPAINT == 0) {
            erase();
        }
        if (isResized) {
            drawnFor = now;
            display.resize(now);
        }
        ended.forEach(trial -> print(trial, run.open()));
        display.update(lines(LiveTable.lines(run, now.getColumns(), now.getRows())), 0);
    }

    private void print(EndedTrial ended, int of) {
        AttributedStyle style = hasColor && ended.outcome().state() != State.OK
                ? AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)
                : AttributedStyle.DEFAULT;
        new AttributedString(RunLines.ended(ended, of), style).println(terminal);
    }

    /** A line end says that the next line is not the same one wrapped. */
    private static List<AttributedString> lines(List<String> table) {
        List<AttributedString> lines = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            lines.add(new AttributedString(table.get(i) + (i < table.size() - 1 ? "\n" : "")));
        }
        return lines;
    }

    private void erase() {
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.clr_eos);
        display.reset();
    }

    @Override
    public void close() {
        erase();
        terminal.puts(Capability.cursor_normal);
        terminal.flush();
    }
}
