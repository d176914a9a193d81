package org.contexture.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/** What the compiler finds wrong in a cell: each error with its line, underlined. */
record CompileReport(CellText cell, int offset, List<Diag> errors) {
    /** @param offset where in the cell the snippet begins that the errors are about */
    CompileReport {
        errors = errors.stream().filter(Diag::isError).toList();
    }

    CellFailure failure() {
        List<String> lines = new ArrayList<>();
        for (Diag error : errors) {
            lines.add(cell.place(start(error)) + ":");
            lines.addAll(cell.underlined(start(error), offset + (int) error.getEndPosition()));
            message(error).forEach(line -> lines.add(CellText.red(line)));
        }
        String first = errors.isEmpty()
                ? "In[" + cell.number() + "]: this is no Java that JShell takes"
                : cell.place(start(errors.get(0))) + ": "
                        + message(errors.get(0)).get(0);
        return new CellFailure("CompileError", first, lines.isEmpty() ? List.of(CellText.red(first)) : lines);
    }

    private int start(Diag error) {
        return Math.max(0, Math.min(cell.text().length(), offset + (int) error.getStartPosition()));
    }

    /** Without the place, which the compiler counts in a class of its own. */
    private static List<String> message(Diag error) {
        return error.getMessage(Locale.ROOT)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .toList();
    }
}
