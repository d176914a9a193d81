package org.contexture.cli.live;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jline.nativ.CLibrary;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.InfoCmp;

/**
 * The terminal that standard output goes to, as one that is only written to. JLine's own system terminal would also put the
 * settings of its input back at the end, for which the system stops a program in the background.
 */
final class SystemTerminal {
    private static final int STANDARD_OUTPUT = 1;

    private SystemTerminal() {}

    /** Opens it by its type in TERM: terminfo tells what it can do. */
    static Terminal open(String type) throws IOException {
        return new DumbTerminal(
                "contexture",
                known(type),
                InputStream.nullInputStream(),
                new FileOutputStream(FileDescriptor.out),
                Charset.defaultCharset());
    }

    /** The type, or xterm, whose sequences nearly all understand, where nobody told this computer of such a terminal. */
    static String known(String type) {
        try {
            InfoCmp.getInfoCmp(type);
            return type;
        } catch (IOException e) {
            return "xterm"; // JLine would take ANSI.SYS of 1981, and say so with a stack trace
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "xterm";
        }
    }

    /** What the system says of its size; what is usual if it does not know, as over some serial lines. */
    static Size size() {
        CLibrary.WinSize size = new CLibrary.WinSize();
        int failed = CLibrary.ioctl(STANDARD_OUTPUT, CLibrary.TIOCGWINSZ, size);
        return failed != 0 || size.ws_col <= 0 || size.ws_row <= 0
                ? Size.of(80, 24)
                : Size.of(size.ws_col, size.ws_row);
    }
}
