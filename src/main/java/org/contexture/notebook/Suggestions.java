package org.contexture.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;

/** What can be said of code that does not run yet. */
record Suggestions(SourceCodeAnalysis analysis) {
    private static final String INDENT = "    ";

    /** How the word before the cursor could go on, what fits its place first. */
    ReplacementOptions complete(String code, int cursor) {
        // With what stands before it, code knows its variables; but JShell looks at no more than imports or statements
        // at once.
        return begins(code, cursor).stream()
                .map(begin -> complete(code, begin, cursor))
                .filter(options -> !options.getReplacements().isEmpty())
                .findFirst()
                .orElseGet(() -> new ReplacementOptions(List.of(), cursor, cursor));
    }

    private ReplacementOptions complete(String code, int begin, int cursor) {
        int[] anchor = {cursor - begin};
        List<Suggestion> found = analysis.completionSuggestions(code.substring(begin, cursor), cursor - begin, anchor);
        List<String> words = found.stream()
                .sorted(Comparator.comparing(Suggestion::matchesType).reversed())
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return new ReplacementOptions(words, begin + anchor[0], cursor);
    }

    /** Signatures and documentation of what the cursor stands in; empty where nothing is known. */
    String documentation(String code, int cursor) {
        int at = Math.min(cursor, code.length());
        while (at < code.length() && Character.isJavaIdentifierPart(code.charAt(at))) {
            at++;
        }
        if (at < code.length() && code.charAt(at) == '(') {
            at++; // only then JShell looks for methods
        }
        List<Integer> begins = begins(code, at);
        int begin = begins.get(begins.size() - 1);
        return analysis.documentation(code.substring(begin, at), at - begin, true).stream()
                .map(Suggestions::text)
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(Documentation documentation) {
        String javadoc = documentation.javadoc();
        return javadoc == null ? documentation.signature() : documentation.signature() + "\n" + javadoc;
    }

    /** Where the declarations, statements and expressions begin, up to the one that a place is in. */
    private List<Integer> begins(String code, int place) {
        List<Integer> begins = new ArrayList<>(List.of(0));
        CompletionInfo info = analysis.analyzeCompletion(code.substring(0, place));
        while (info.completeness().isComplete() && !info.remaining().isBlank()) {
            begins.add(place - info.remaining().length());
            info = analysis.analyzeCompletion(info.remaining());
        }
        return begins;
    }

    /** Whether code can run, in Jupyter's words; for code that goes on, what its next line is indented by. */
    String completeness(String code) {
        CompletionInfo info = analysis.analyzeCompletion(code);
        while (info.completeness() == Completeness.COMPLETE && !info.remaining().isBlank()) {
            info = analysis.analyzeCompletion(info.remaining());
        }
        return switch (info.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> BaseKernel.IS_COMPLETE_YES;
            case UNKNOWN -> BaseKernel.IS_COMPLETE_BAD;
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> indent(code.stripTrailing());
        };
    }

    private static String indent(String code) {
        String line = code.substring(code.lastIndexOf('\n') + 1);
        String before = line.substring(0, line.length() - line.stripLeading().length());
        return line.endsWith("{") || line.endsWith("(") ? before + INDENT : before;
    }
}
