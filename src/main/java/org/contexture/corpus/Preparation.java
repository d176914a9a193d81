package org.contexture.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.contexture.setting.UserError;

/** Turns a corpus into a dataset: tokens, the bound on their number, vocabularies, numbers. */
final class Preparation {
    private final Corpus corpus;
    private final CorpusSettings settings;
    private final Tokenizer tokenizer;
    private final int longest;
    private final List<String> notes;
    // One String a distinct token: a large corpus repeats each thousands of times.
    private final Map<String, String> spellings = new HashMap<>();

    Preparation(Corpus corpus, CorpusSettings settings) {
        this.corpus = corpus;
        this.settings = settings;
        this.tokenizer = Tokenizer.of(settings.tokenizer());
        this.longest = settings.maxLength() == null ? Integer.MAX_VALUE : settings.maxLength();
        this.notes = new ArrayList<>(corpus.notes());
    }

    Dataset dataset() {
        List<TokenPair> train = bounded(tokenized(corpus.train(), "training"), "training");
        List<TokenPair> valid = bounded(tokenized(corpus.valid(), "validation"), "validation");
        List<TokenPair> test = tokenized(corpus.test(), "test");
        noteIfAny(overlong(test), "test pairs" + longer() + "kept whole");
        Vocabulary source = vocabulary(train, TokenPair::source, "source");
        Vocabulary target = vocabulary(train, TokenPair::target, "target");
        Numbering numbering = pairs ->
                pairs.stream().map(pair -> pair.example(source, target)).toList();
        return new Dataset(
                source,
                target,
                tokenizer,
                numbering.examples(train),
                numbering.examples(valid),
                numbering.examples(test),
                notes,
                corpus.sha256());
    }

    private interface Numbering {
        List<Example> examples(List<TokenPair> pairs);
    }

    private List<TokenPair> tokenized(List<SentencePair> pairs, String set) {
        List<TokenPair> tokenized = pairs.stream()
                .map(pair -> new TokenPair(pair, tokens(pair.source()), tokens(pair.target())))
                .filter(pair -> !pair.isBlank())
                .toList();
        noteIfAny(pairs.size() - tokenized.size(), set + " pairs without a token on one side left out");
        return requireAny(tokenized, pairs, "no " + set + " pair has tokens on both sides");
    }

    private List<String> tokens(String text) {
        return tokenizer.tokenize(text).stream()
                .map(token -> spellings.computeIfAbsent(token, Function.identity()))
                .toList();
    }

    private List<TokenPair> bounded(List<TokenPair> pairs, String set) {
        String which = set + " pairs" + longer();
        return switch (settings.overlong()) {
            case DROP -> {
                noteIfAny(overlong(pairs), which + "dropped");
                List<TokenPair> kept = pairs.stream()
                        .filter(pair -> !pair.isLongerThan(longest))
                        .toList();
                yield requireAny(
                        kept,
                        pairs,
                        "every " + set + " pair is longer than corpus.maxLength, " + longest
                                + " tokens; raise it or set corpus.overlong to truncate");
            }
            case TRUNCATE -> {
                noteIfAny(overlong(pairs), which + "truncated");
                yield pairs.stream().map(pair -> pair.truncated(longest)).toList();
            }
        };
    }

    private String longer() {
        return " longer than corpus.maxLength (" + longest + " tokens) ";
    }

    private long overlong(List<TokenPair> pairs) {
        return pairs.stream().filter(pair -> pair.isLongerThan(longest)).count();
    }

    private Vocabulary vocabulary(List<TokenPair> train, Function<TokenPair, List<String>> side, String name) {
        Iterable<List<String>> sentences = () -> train.stream().map(side).iterator();
        Vocabulary vocabulary = Vocabulary.of(sentences, settings.minCount(), settings.maxVocabulary());
        if (vocabulary.size() == Vocabulary.UNK + 1) {
            throw new UserError("the " + name + " vocabulary is empty: no token occurs corpus.minCount, "
                    + settings.minCount() + ", times in the training pairs; lower it");
        }
        return vocabulary;
    }

    private static List<TokenPair> requireAny(List<TokenPair> kept, List<?> before, String otherwise) {
        if (kept.isEmpty() && !before.isEmpty()) {
            throw new UserError(otherwise);
        }
        return kept;
    }

    private void noteIfAny(long count, String what) {
        if (count > 0) {
            notes.add(String.format(Locale.ROOT, "%,d %s", count, what));
        }
    }
}
