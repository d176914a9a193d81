package org.contexture.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contexture.corpus.TextFile;
import org.contexture.metrics.References;
import org.contexture.setting.UserError;

/** The texts that are scored, read and checked: every file has a line a segment. */
record ScoreInput(References references, List<SystemLines> systems) {
    private static final Path STANDARD_INPUT = Path.of("-");

    /** A system's translations. */
    record SystemLines(String name, List<String> lines) {
        /** Without white space at their ends, which sacreBLEU strips from what it reads. */
        SystemLines {
            lines = lines.stream().map(References::stripped).toList();
        }
    }

    static ScoreInput read(List<Path> referenceFiles, int perLine, List<Path> systemFiles) {
        List<SystemLines> references = new ArrayList<>();
        for (Path file : referenceFiles) {
            references.addAll(split(file.toString(), TextFile.lines(file, "The reference"), perLine));
        }
        List<SystemLines> systems = new ArrayList<>();
        for (Path file : systemFiles) {
            if (systems.stream().anyMatch(s -> s.name().equals(file.toString()))) {
                throw new UserError(file + " is given as a system twice; name each once.");
            }
            systems.add(new SystemLines(
                    file.toString(),
                    file.equals(STANDARD_INPUT) ? standardInput() : TextFile.lines(file, "The system")));
        }
        if (systems.isEmpty()) {
            systems.addAll(columns(standardInput()));
        }
        check(references, systems);
        return new ScoreInput(
                References.ofSets(references.stream().map(SystemLines::lines).toList()), systems);
    }

    private static List<String> standardInput() {
        return TextFile.lines(System.in, "standard input");
    }

    /** Several references of a segment on one line. */
    private static List<SystemLines> split(String name, List<String> lines, int perLine) {
        if (perLine < 1) {
            throw new UserError("--num-refs is " + perLine + "; expected at least 1");
        }
        List<List<String>> sets = new ArrayList<>();
        for (int r = 0; r < perLine; r++) {
            sets.add(new ArrayList<>());
        }
        for (int i = 0; i < lines.size(); i++) {
            String[] parts =
                    perLine == 1 ? new String[] {lines.get(i)} : lines.get(i).split("\t", perLine);
            if (parts.length != perLine) {
                throw new UserError(name + ":" + (i + 1) + " has " + parts.length
                        + " references with tabs between them;" + " expected " + perLine + ", as --num-refs says");
            }
            for (int r = 0; r < perLine; r++) {
                sets.get(r).add(parts[r]);
            }
        }
        return sets.stream().map(set -> new SystemLines(name, set)).toList();
    }

    /** A system a column, as many as the first line has. */
    private static List<SystemLines> columns(List<String> lines) {
        int systems = lines.isEmpty() ? 1 : lines.get(0).stripTrailing().split("\t", -1).length;
        List<List<String>> columns = new ArrayList<>();
        for (int s = 0; s < systems; s++) {
            columns.add(new ArrayList<>());
        }
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = Arrays.asList(lines.get(i).stripTrailing().split("\t", -1));
            if (cells.size() != systems) {
                throw new UserError("standard input:" + (i + 1) + " has " + cells.size()
                        + " systems with tabs between them; expected " + systems + ", as in its first line");
            }
            for (int s = 0; s < systems; s++) {
                columns.get(s).add(cells.get(s));
            }
        }
        List<SystemLines> named = new ArrayList<>();
        for (int s = 0; s < systems; s++) {
            named.add(new SystemLines("System " + (s + 1), columns.get(s)));
        }
        return named;
    }

    private static void check(List<SystemLines> references, List<SystemLines> systems) {
        int segments = references.get(0).lines().size();
        if (segments == 0) {
            throw new UserError(references.get(0).name() + " is empty; expected a reference a line");
        }
        List<SystemLines> all = new ArrayList<>(references);
        all.addAll(systems);
        for (SystemLines each : all) {
            if (each.lines().size() != segments) {
                throw new UserError(each.name() + " has " + each.lines().size() + " lines, but "
                        + references.get(0).name() + " has " + segments + "; expected a line a segment in both");
            }
        }
    }
}
