package org.contexture.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.contexture.metrics.Bleu;
import org.contexture.metrics.Chrf;
import org.contexture.metrics.MetricKind;
import org.contexture.metrics.PairedTest;
import org.contexture.metrics.Resampling;
import org.contexture.metrics.Smoothing;
import org.contexture.metrics.Ter;
import org.contexture.metrics.Tokenization;
import org.contexture.results.PaperTable;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@link ScoreCommand}, in groups. Names and defaults are sacreBLEU's where it has them. */
final class ScoreOptions {
    private ScoreOptions() {}

    /** A metric or test that refuses its options says why; that is the user's mistake here. */
    private interface Refusable<T> {
        T create();
    }

    private static <T> T checked(Refusable<T> created) {
        try {
            return created.create();
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    /** Of BLEU. */
    static final class BleuOptions {
        private static final int SUSPICIOUS = 100;

        @Option(
                names = {"-tok", "--tokenize"},
                paramLabel = "NAME",
                description = "13a, intl, zh, char or none. Default: 13a.")
        private String tokenize = "13a";

        @Option(
                names = {"-lc", "--lowercase"},
                description = "Ignore case.")
        private boolean lowercase;

        @Option(
                names = {"-s", "--smooth-method"},
                paramLabel = "NAME",
                description = "exp, floor, add-k or none. Default: exp.")
        private String smooth = "exp";

        @Option(
                names = {"-sv", "--smooth-value"},
                paramLabel = "NUMBER",
                description = "For floor (default: 0.1) and add-k (default: 1).")
        private @Nullable Double smoothValue;

        @Option(names = "--max-ngram-order", paramLabel = "N", description = "Longest n-gram. Default: 4.")
        private int order = 4;

        @Option(names = "--force", description = "Say nothing of hypotheses that look tokenized already.")
        private boolean force;

        Bleu metric(boolean effectiveOrder) {
            return checked(() ->
                    new Bleu(tokenization(tokenize), lowercase, smoothing(smooth), smoothValue, order, effectiveOrder));
        }

        private static Tokenization tokenization(String name) {
            for (Tokenization each : Tokenization.values()) {
                if (each.toString().equals(name)) return each;
            }
            String models = name.matches("ja-mecab|ko-mecab|spm|flores101|flores200|spBLEU-1K")
                    ? "; that tokenizer of sacreBLEU needs a model, and there is none here"
                    : "";
            throw new UserError("--tokenize is " + name + "; expected 13a, intl, zh, char or none" + models);
        }

        private static Smoothing smoothing(String name) {
            for (Smoothing each : Smoothing.values()) {
                if (each.toString().equals(name)) return each;
            }
            throw new UserError("--smooth-method is " + name + "; expected exp, floor, add-k or none");
        }

        /** BLEU of text that was tokenized before is no number to compare. */
        void warn(PrintWriter err, ScoreInput input, Set<MetricKind> kinds) {
            if (force || !kinds.contains(MetricKind.BLEU)) {
                return;
            }
            for (ScoreInput.SystemLines system : input.systems()) {
                long spaced = system.lines().stream()
                        .filter(line -> line.endsWith(" ."))
                        .count();
                if (spaced >= SUSPICIOUS) {
                    err.println(system.name() + " has " + spaced + " lines that end in \" .\", as if it were tokenized;"
                            + " BLEU is defined on plain text. Detokenize it, or say --force.");
                }
            }
            err.flush();
        }
    }

    /** Of chrF. */
    static final class ChrfOptions {
        @Option(
                names = {"-cc", "--chrf-char-order"},
                paramLabel = "N",
                description = "Longest character n-gram. Default: 6.")
        private int charOrder = 6;

        @Option(
                names = {"-cw", "--chrf-word-order"},
                paramLabel = "N",
                description = "Longest word n-gram; 2 makes it chrF++. Default: 0.")
        private int wordOrder;

        @Option(
                names = "--chrf-beta",
                paramLabel = "N",
                description = "How many times as important recall is as precision. Default: 2.")
        private int beta = 2;

        @Option(names = "--chrf-whitespace", description = "White space is part of n-grams.")
        private boolean whitespace;

        @Option(names = "--chrf-lowercase", description = "Ignore case.")
        private boolean lowercase;

        @Option(names = "--chrf-eps-smoothing", description = "Smooth as chrF++.py, NLTK and Moses do.")
        private boolean epsSmoothing;

        Chrf metric() {
            return checked(() -> new Chrf(charOrder, wordOrder, beta, lowercase, whitespace, epsSmoothing));
        }
    }

    /** Of TER. */
    static final class TerOptions {
        @Option(names = "--ter-normalized", description = "Set punctuation apart and undo XML escapes first.")
        private boolean normalized;

        @Option(names = "--ter-no-punct", description = "Leave punctuation out.")
        private boolean noPunct;

        @Option(
                names = "--ter-asian-support",
                description = "With the two above, treat Asian characters and punctuation so.")
        private boolean asianSupport;

        @Option(names = "--ter-case-sensitive", description = "Keep case.")
        private boolean caseSensitive;

        Ter metric() {
            return new Ter(normalized, noPunct, asianSupport, caseSensitive);
        }
    }

    /** Of intervals and tests. */
    static final class StatisticsOptions {
        @Option(
                names = {"-ci", "--confidence"},
                description = "Mean and 95 %% interval over bootstrap resamples of the segments.")
        private boolean confidence;

        @Option(
                names = {"-cin", "--confidence-n"},
                paramLabel = "N",
                description = "How many resamples. Default: 1000.")
        private int confidenceSamples = 1000;

        @Option(
                names = {"-pbs", "--paired-bs"},
                description = "Test every system against the first by paired bootstrap resampling.")
        private boolean bootstrap;

        @Option(
                names = {"-pbsn", "--paired-bs-n"},
                paramLabel = "N",
                description = "How many resamples. Default: 1000.")
        private int bootstrapSamples = 1000;

        @Option(
                names = {"-par", "--paired-ar"},
                description = "Test every system against the first by approximate randomization.")
        private boolean randomization;

        @Option(
                names = {"-parn", "--paired-ar-n"},
                paramLabel = "N",
                description = "How many shuffles. Default: 10000.")
        private int shuffles = 10_000;

        @Option(
                names = {"-j", "--paired-jobs"},
                paramLabel = "N",
                description = "Threads for several systems; results do not depend on it. Default: all cores.")
        private int jobs;

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "Of the random numbers, or none for another one each time."
                        + " Default: SACREBLEU_SEED, or 12345 without it.")
        private @Nullable String seed;

        /** Does work whose parallel streams use that many threads. */
        void inParallel(Runnable work) {
            if (jobs < 1) {
                work.run();
                return;
            }
            ForkJoinPool pool = new ForkJoinPool(jobs);
            try {
                pool.invoke(ForkJoinTask.adapt(work));
            } finally {
                pool.shutdown();
            }
        }

        @Nullable Resampling confidence() {
            return confidence ? checked(() -> new Resampling(confidenceSamples, seed())) : null;
        }

        @Nullable PairedTest pairedTest() {
            if (bootstrap && randomization) {
                throw new UserError("--paired-bs and --paired-ar are both given; expected one of them");
            }
            if (bootstrap) {
                return checked(
                        () -> new PairedTest(PairedTest.Kind.BOOTSTRAP, new Resampling(bootstrapSamples, seed())));
            }
            return randomization
                    ? checked(() -> new PairedTest(PairedTest.Kind.RANDOMIZATION, new Resampling(shuffles, seed())))
                    : null;
        }

        private long seed() {
            String environment = System.getenv("SACREBLEU_SEED");
            String text = seed != null ? seed : environment != null ? environment : "12345";
            if (text.toLowerCase(Locale.ROOT).equals("none")) {
                return new SecureRandom().nextInt(Integer.MAX_VALUE);
            }
            if (!text.matches("\\d{1,18}")) {
                throw new UserError("The seed is " + text + "; expected a whole number of at least 0, or none");
            }
            return Long.parseLong(text);
        }
    }

    /** Of what is printed. */
    static final class OutputOptions {
        @Option(
                names = {"-f", "--format"},
                paramLabel = "FORMAT",
                description = "text, json, markdown, latex or csv; the last three for several systems. Default: text.")
        private String format = "text";

        @Option(names = "--json", description = "The same as --format json.")
        private boolean json;

        @Option(
                names = {"-w", "--width"},
                paramLabel = "DECIMALS",
                description = "Decimals of a score. Default: 1.")
        private int width = 1;

        @Option(
                names = {"-b", "--score-only"},
                description = "Only the number.")
        private boolean scoreOnly;

        @Option(
                names = {"-sh", "--short"},
                description = "Short signatures.")
        private boolean shortSignature;

        boolean json() {
            return json || format.equals("json");
        }

        PaperTable.Format format() {
            return switch (format) {
                case "text", "json" -> PaperTable.Format.TEXT;
                case "markdown" -> PaperTable.Format.MARKDOWN;
                case "latex" -> PaperTable.Format.LATEX;
                case "csv" -> PaperTable.Format.CSV;
                default ->
                    throw new UserError("--format is " + format + "; expected text, json, markdown, latex or csv");
            };
        }

        int width() {
            if (width < 0 || width > 15) {
                throw new UserError("--width is " + width + "; expected 0 to 15 decimals");
            }
            return width;
        }

        boolean scoreOnly() {
            return scoreOnly;
        }

        boolean shortSignature() {
            return shortSignature;
        }
    }
}
