package org.contexture.cli.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.ScreenTerminal;

/** A terminal in memory: what is written to it can be read off its screen. */
final class Screen {
    final Terminal terminal;
    Size size;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ScreenTerminal screen;
    private final StringBuilder written = new StringBuilder();

    Screen(int width, int height) throws IOException {
        size = Size.of(width, height);
        screen = new ScreenTerminal(width, height);
        terminal = new DumbTerminal("test", "xterm", InputStream.nullInputStream(), bytes, StandardCharsets.UTF_8);
    }

    void resize(int width, int height) {
        settle();
        size = Size.of(width, height);
        screen.setSize(size);
    }

    /** What the system echoes of a key. */
    void type(String text) {
        settle();
        screen.write(text.replace("\n", "\r\n"));
    }

    /** The screen's lines, without spaces at their ends and empty lines at its end. */
    List<String> lines() {
        settle();
        return screen.toString()
                .stripTrailing()
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    /** All bytes that were ever written, as text. */
    String written() {
        settle();
        return written.toString();
    }

    /** A system makes a carriage return and a line feed of a line end. */
    private void settle() {
        terminal.flush();
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        written.append(text);
        screen.write(text.replace("\n", "\r\n"));
    }
}
