package org.contexture.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/** Reads the pairs of one set from its file or two files, and counts the blank ones, which it leaves out. */
final class PairFiles {
    private final Path base;
    private final String key;
    private final List<SentencePair> pairs = new ArrayList<>();
    private int blank;
    private int firstBlank;

    /**
     * A reader of one set.
     *
     * @param base the folder where relative paths start
     * @param key the setting that names the files, such as {@code corpus.train}, for messages
     */
    PairFiles(Path base, String key) {
        this.base = base;
        this.key = key;
    }

    /**
     * Reads the set.
     *
     * @param notes gets a sentence if blank pairs were left out
     * @throws UserError naming file and line if a file is missing, empty or malformed, or does not fit its partner
     */
    List<SentencePair> read(TextSettings files, List<String> notes) {
        if (files.pairs() != null) {
            readLines(files.pairs(), ".pairs", PairFiles::columns, notes);
        } else if (files.scan() != null) {
            readLines(files.scan(), ".scan", PairFiles::scan, notes);
        } else {
            readTwo(Objects.requireNonNull(files.source()), Objects.requireNonNull(files.target()), notes);
        }
        return pairs;
    }

    private interface Format {
        SentencePair pair(String line, TextFile file);
    }

    private void readLines(String name, String form, Format format, List<String> notes) {
        try (TextFile file = open(name, form)) {
            for (String line = file.next(); line != null; line = file.next()) {
                add(Whitespace.isBlank(line) ? new SentencePair("", "") : format.pair(line, file), file.number());
            }
            finish(file, name, notes);
        }
    }

    private static SentencePair columns(String line, TextFile file) {
        String[] columns = line.split("\t", 3);
        if (columns.length < 2) {
            throw file.error("has no tab; expected source, tab, target");
        }
        return new SentencePair(columns[0], columns[1]);
    }

    private static SentencePair scan(String line, TextFile file) {
        int out = line.indexOf("OUT:");
        if (!line.startsWith("IN:") || out < 0) {
            throw file.error("is not a line of SCAN; expected IN: command OUT: actions");
        }
        return new SentencePair(line.substring("IN:".length(), out), line.substring(out + "OUT:".length()));
    }

    private void readTwo(String sourceName, String targetName, List<String> notes) {
        try (TextFile source = open(sourceName, ".source");
                TextFile target = open(targetName, ".target")) {
            String s = source.next();
            String t = target.next();
            for (; s != null && t != null; s = source.next(), t = target.next()) {
                add(new SentencePair(s, t), source.number());
            }
            requireEnd(source, s, target);
            requireEnd(target, t, source);
            finish(source, sourceName, notes);
        }
    }

    /** Refuses a file that goes on, at the line just read, where its partner has ended. */
    private static void requireEnd(TextFile longer, @Nullable String line, TextFile shorter) {
        if (line == null) {
            return;
        }
        int lines = shorter.number();
        if (lines == 0) {
            throw empty(shorter);
        }
        throw longer.error("has no partner: " + shorter.path() + " ends after line " + lines
                + "; expected files of equally many lines");
    }

    private void add(SentencePair raw, int line) {
        SentencePair pair = new SentencePair(Whitespace.strip(raw.source()), Whitespace.strip(raw.target()));
        if (!pair.source().isEmpty() && !pair.target().isEmpty()) {
            pairs.add(pair);
        } else if (blank++ == 0) {
            firstBlank = line;
        }
    }

    private void finish(TextFile file, String name, List<String> notes) {
        if (file.number() == 0) {
            throw empty(file);
        }
        if (pairs.isEmpty()) {
            throw new UserError(file.path() + " has only blank pairs; expected sentences on both sides");
        }
        if (blank > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: %,d blank pairs left out of %s, the first at line %d",
                    name,
                    blank,
                    key,
                    firstBlank));
        }
    }

    private static UserError empty(TextFile file) {
        return new UserError(file.path() + ":1 is missing: the file is empty; expected a sentence a line");
    }

    private TextFile open(String name, String form) {
        return TextFile.open(base, name, key + form);
    }
}
