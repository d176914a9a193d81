package org.contexture.notebook;

import java.util.List;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;

/** Why a cell did not run to its end, as its author reads it. */
final class CellFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String SEPARATOR = ": ";

    private final transient List<String> lines;

    /**
     * @param name of the kind of failure, such as an exception's simple name
     * @param message one line
     * @param lines what is shown below the cell
     */
    CellFailure(String name, String message, List<String> lines) {
        super(name + SEPARATOR + message);
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }

    /** The library names an error by its Java class; a cell's failure brings the name along in its message. */
    static PublishError named(PublishError error) {
        return isOne(error.getErrorName())
                ? new PublishError(name(error.getErrorMessage()), text(error.getErrorMessage()), error.getStacktrace())
                : error;
    }

    /** The same for a reply, which shows no stack trace. */
    static ErrorReply named(ErrorReply error) {
        return isOne(error.getErrorName())
                ? new ErrorReply(name(error.getErrorMessage()), text(error.getErrorMessage()), List.of())
                : error;
    }

    private static boolean isOne(String name) {
        return name.equals(CellFailure.class.getSimpleName());
    }

    private static String name(String message) {
        return message.substring(0, message.indexOf(SEPARATOR));
    }

    private static String text(String message) {
        return message.substring(message.indexOf(SEPARATOR) + SEPARATOR.length());
    }
}
