package org.contexture.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jshell.EvalException;
import org.jspecify.annotations.Nullable;

/**
 * An exception of a cell's code: name, message, causes, and of the stack the frames in cells only.
 *
 * @param places where each snippet stands, by JShell's id
 */
record ExceptionReport(Map<String, Place> places) {
    /** @param offset where in the cell the snippet begins */
    record Place(CellText cell, int offset) {}

    CellFailure failure(EvalException exception) {
        List<String> lines = new ArrayList<>();
        String prefix = "";
        for (Throwable each = exception; each != null; each = each.getCause()) {
            lines.add(CellText.red(prefix + described(each)));
            frames(each.getStackTrace()).forEach(frame -> lines.add("    at " + frame));
            prefix = "Caused by: ";
        }
        String name = exception.getExceptionClassName();
        return new CellFailure(name.substring(name.lastIndexOf('.') + 1), message(exception), lines);
    }

    private static String described(Throwable exception) {
        String name = exception instanceof EvalException thrown
                ? thrown.getExceptionClassName()
                : exception.getClass().getName();
        String message = message(exception);
        return message.isEmpty() ? name : name + ": " + message;
    }

    private static String message(Throwable exception) {
        String message = exception.getMessage();
        return message == null || message.equals("<none>") ? "" : message;
    }

    /** Those in cells, the innermost first; JShell calls a snippet's file {@code #} and its id. */
    List<String> frames(StackTraceElement[] stack) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement element : stack) {
            String file = element.getFileName();
            Place place = file == null || !file.startsWith("#") ? null : places.get(file.substring(1));
            if (place != null) {
                frames.add(frame(element, place));
            }
        }
        return frames;
    }

    private static String frame(StackTraceElement element, Place place) {
        int line = place.cell().line(place.offset()) + element.getLineNumber() - 1;
        String method = method(element.getClassName(), element.getMethodName());
        return "In[" + place.cell().number() + "], line " + line + (method.isEmpty() ? "" : ", in " + method);
    }

    private static String method(@Nullable String type, @Nullable String method) {
        if (method == null || method.isEmpty()) {
            return "";
        }
        String readable = method.startsWith("lambda$") ? "a lambda" : method;
        return type == null || type.isEmpty() ? readable : type + "." + readable;
    }
}
