package org.contexture.notebook;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import org.contexture.provenance.ClassPath;
import org.jspecify.annotations.Nullable;

/** The cells of one notebook, run one after the other by JShell inside this JVM. */
final class Cells implements AutoCloseable {
    private final CellExecution execution = new CellExecution();
    private final Map<String, ExceptionReport.Place> places = new HashMap<>();
    private final JShell shell;
    private final CellMagic magic;

    /** @param magic runs lines that begin with % */
    Cells(CellMagic.Actions magic) {
        String classPath = ClassPath.all();
        shell = JShell.builder()
                .executionEngine(execution, Map.of())
                .compilerOptions("-classpath", classPath, "-Xlint:deprecation")
                .build();
        this.magic = new CellMagic(magic);
    }

    /** Says that a cell of the notebook comes next, and not one that another runs. */
    void begin() {
        execution.begin();
    }

    /**
     * Runs a cell.
     *
     * @return the value of its last expression, if the cell ends with one that has a value
     * @throws CellFailure if it does not compile, throws or was interrupted
     */
    @Nullable Object run(CellText cell) {
        Object value = null;
        int at = 0;
        while ((at = code(cell.text(), at)) < cell.text().length()) {
            String rest = cell.text().substring(at);
            if (CellMagic.begins(rest)) {
                at += magic.run(rest);
                value = null;
                continue;
            }
            CompletionInfo unit = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (unit.completeness() == Completeness.EMPTY) {
                break;
            }
            // What is incomplete at the end of a cell is compiled all the same: the compiler says where it broke off.
            boolean whole = unit.completeness().isComplete();
            value = run(whole ? unit.source() : rest, new ExceptionReport.Place(cell, at));
            at = whole
                    ? cell.text().length() - unit.remaining().length()
                    : cell.text().length();
        }
        return value;
    }

    /** JShell counts the lines of a stack trace from the first one that is not blank. */
    private static int code(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private @Nullable Object run(String source, ExceptionReport.Place place) {
        Object value = null;
        // The id is not known yet while the snippet runs, but only a failure asks for it.
        for (SnippetEvent event : shell.eval(source)) {
            places.put(event.snippet().id(), places.getOrDefault(event.snippet().id(), place));
            if (event.causeSnippet() == null) {
                check(event, place);
                value = execution.value(event.snippet());
            }
        }
        return value;
    }

    private void check(SnippetEvent event, ExceptionReport.Place place) {
        Snippet snippet = event.snippet();
        if (execution.interrupted()) {
            String message = "this cell was interrupted; what it had done before stays";
            throw new CellFailure("Interrupted", message, List.of(CellText.red("Interrupted: " + message)));
        }
        if (event.exception() instanceof EvalException thrown) {
            throw new ExceptionReport(places).failure(thrown);
        }
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            throw unresolved(unresolved);
        }
        switch (event.status()) {
            case REJECTED ->
                throw new CompileReport(
                                place.cell(),
                                place.offset(),
                                shell.diagnostics(snippet).toList())
                        .failure();
            case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> tellWhatIsMissing((DeclarationSnippet) snippet);
            default -> {}
        }
    }

    private void tellWhatIsMissing(DeclarationSnippet snippet) {
        System.out.println(Declarations.name(snippet) + " is declared, but cannot be used until there is "
                + missing(snippet) + ".");
    }

    private CellFailure unresolved(UnresolvedReferenceException exception) {
        DeclarationSnippet snippet = exception.getSnippet();
        String message = Declarations.name(snippet) + " cannot be used until there is " + missing(snippet);
        List<String> lines = new java.util.ArrayList<>(List.of(CellText.red(message)));
        new ExceptionReport(places).frames(exception.getStackTrace()).forEach(frame -> lines.add("    at " + frame));
        return new CellFailure("Unresolved", message, lines);
    }

    private String missing(DeclarationSnippet snippet) {
        return String.join(", ", shell.unresolvedDependencies(snippet).toList());
    }

    /** Adds jars and folders, also for the compiler. */
    void addToClasspath(List<String> paths) {
        shell.addToClasspath(String.join(File.pathSeparator, paths));
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /** Ends the code that runs, from another thread; without effect if none does. */
    void interrupt() {
        shell.stop();
    }

    @Override
    public void close() {
        shell.stop();
        shell.close();
    }
}
