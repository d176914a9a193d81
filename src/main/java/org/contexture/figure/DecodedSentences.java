package org.contexture.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contexture.chart.Markup;
import org.contexture.corpus.TextFile;
import org.contexture.results.Results;
import org.contexture.setting.UserError;

/**
 * Decoded sentences beside their references, with what differs marked.
 *
 * @param title of which trial they are
 */
public record DecodedSentences(String title, List<Sentence> sentences) {
    /**
     * A test sentence.
     *
     * @param number from 1, in the order of the test set
     */
    public record Sentence(int number, String source, String reference, String hypothesis) {
        /** Whether it was decoded as the reference has it. */
        public boolean isRight() {
            return reference.equals(hypothesis);
        }

        /** How the hypothesis differs from the reference, token by token. */
        public List<Difference.Piece> difference() {
            return Difference.of(words(reference), words(hypothesis));
        }

        private static List<String> words(String line) {
            return Arrays.stream(line.split(" "))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    public DecodedSentences {
        sentences = List.copyOf(sentences);
    }

    /** Of a trial that ended well. */
    static DecodedSentences of(Results results, String trial) {
        Path folder = results.trialFolder(trial);
        List<String> sources = lines(folder, "sources.txt");
        List<String> references = lines(folder, "references.txt");
        List<String> hypotheses = lines(folder, "hypotheses.txt");
        if (references.size() != sources.size() || hypotheses.size() != sources.size()) {
            throw new UserError(
                    folder + ": sources.txt, references.txt and hypotheses.txt have " + sources.size() + ", "
                            + references.size() + " and " + hypotheses.size()
                            + " lines where as many of each were expected: run the experiment again.");
        }
        return new DecodedSentences(
                trial,
                IntStream.range(0, sources.size())
                        .mapToObj(i -> new Sentence(i + 1, sources.get(i), references.get(i), hypotheses.get(i)))
                        .toList());
    }

    private static List<String> lines(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    file + " is missing: the trial has not ended well, or its folder was not published with "
                            + "the tables; run the experiment to have it.");
        }
        return TextFile.lines(file, "The trial");
    }

    /** Those that differ from their references. */
    public DecodedSentences wrong() {
        return new DecodedSentences(
                title + ", wrong", sentences.stream().filter(s -> !s.isRight()).toList());
    }

    /** The first n. */
    public DecodedSentences first(int n) {
        return new DecodedSentences(title, sentences.subList(0, Math.min(n, sentences.size())));
    }

    /** A table: source, reference, hypothesis; what the hypothesis lacks is struck out, what it has too much is underlined. */
    public String html() {
        StringBuilder html = new StringBuilder("<table class=\"decoded\"><caption>")
                .append(Markup.escaped(title))
                .append(": ")
                .append(sentences.size())
                .append(sentences.size() == 1 ? " sentence" : " sentences")
                .append("</caption><thead><tr><th scope=\"col\">#</th><th scope=\"col\">source</th>")
                .append("<th scope=\"col\">reference</th><th scope=\"col\">decoded</th></tr></thead><tbody>");
        for (Sentence sentence : sentences) {
            html.append("<tr><td>").append(sentence.number()).append("</td>");
            cell(html, Markup.escaped(sentence.source()));
            cell(html, Markup.escaped(sentence.reference()));
            cell(html, sentence.isRight() ? Markup.escaped(sentence.hypothesis()) : marked(sentence.difference()));
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static void cell(StringBuilder html, String content) {
        html.append("<td style=\"text-align:left\" dir=\"auto\">")
                .append(content)
                .append("</td>");
    }

    private static String marked(List<Difference.Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece.kind()) {
                    case BOTH -> Markup.escaped(piece.token());
                    case MISSING -> "<del style=\"color:#d55e00\">" + Markup.escaped(piece.token()) + "</del>";
                    case EXTRA -> "<ins style=\"color:#0072b2\">" + Markup.escaped(piece.token()) + "</ins>";
                })
                .collect(Collectors.joining(" "));
    }

    /** The same for a terminal: a line each, what is missing in brackets, what is too much after a plus. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (Sentence sentence : sentences) {
            String decoded = sentence.difference().stream()
                    .map(piece -> switch (piece.kind()) {
                        case BOTH -> piece.token();
                        case MISSING -> "[" + piece.token() + "]";
                        case EXTRA -> "+" + piece.token();
                    })
                    .collect(Collectors.joining(" "));
            text.append(sentence.number())
                    .append("  ")
                    .append(sentence.source())
                    .append("  →  ")
                    .append(decoded)
                    .append('\n');
        }
        return text.toString();
    }
}
