package org.contexture.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Follows the corpus settings from files or generator to the three sets, and notes what happens on the way. */
final class CorpusLoader {
    private final CorpusSettings settings;
    private final Path base;
    private final List<String> notes = new ArrayList<>();

    CorpusLoader(CorpusSettings settings, Path base) {
        this.settings = settings;
        this.base = base;
    }

    /** Test pairs are held out before validation pairs; both fractions are of all training pairs as read. */
    Corpus load() {
        Parts all = source();
        SplitSettings testing = settings.testing();
        Parts tested = testing == null ? all : heldOut(all.train(), all.train().size(), testing, "corpus.test");
        Parts valid = heldOut(tested.train(), all.train().size(), settings.validation(), "corpus.valid");
        List<SentencePair> test = sample(tested.heldOut());
        noteShared("validation", valid.heldOut(), valid.train());
        noteShared("test", test, valid.train());
        String sha256 = Fingerprint.of(List.of(valid.train(), valid.heldOut(), test));
        return new Corpus(valid.train(), valid.heldOut(), test, notes, sha256);
    }

    /** All training pairs and, for SCAN, the test pairs of its split. */
    private Parts source() {
        if (settings.task() == null) {
            TextSettings train = Objects.requireNonNull(settings.train());
            return alone(new PairFiles(base, "corpus.train").read(train, notes));
        }
        Generator generator = new Generator(settings);
        return switch (settings.task()) {
            case COPY -> alone(generator.copy());
            case REVERSE -> alone(generator.reverse());
            case SORT -> alone(generator.sort());
            case ADDITION -> alone(generator.addition());
            case SCAN -> ScanParts.of(settings);
        };
    }

    private static Parts alone(List<SentencePair> train) {
        return new Parts(train, List.of());
    }

    private Parts heldOut(List<SentencePair> train, int all, SplitSettings split, String key) {
        TextSettings files = split.files();
        if (files != null) {
            return new Parts(train, new PairFiles(base, key).read(files, notes));
        }
        Double fraction = split.fraction();
        if (fraction == null) {
            return alone(train);
        }
        int wanted = Math.max(1, (int) Math.round(fraction * all));
        Parts parts = HoldOut.part(train, wanted, new RandomStream(settings.seed(), key), key);
        int size = parts.heldOut().size();
        String off = size == wanted ? "" : " instead of " + wanted + ", because copies of a pair stay together";
        note("%s: %,d of %,d training pairs held out%s", key, size, all, off);
        return parts;
    }

    /** A sample keeps the order of the whole. */
    private List<SentencePair> sample(List<SentencePair> test) {
        Integer limit = settings.testLimit();
        if (limit == null || limit >= test.size()) {
            return test;
        }
        note("corpus.testLimit: %,d of %,d test pairs drawn", limit, test.size());
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, test.size()).boxed().toList());
        new RandomStream(settings.seed(), "corpus.testLimit").shuffle(order);
        return order.stream().limit(limit).sorted().map(test::get).toList();
    }

    /** Pairs held out by fraction are never shared; pairs from files may be, and then scores flatter. */
    private void noteShared(String name, List<SentencePair> heldOut, List<SentencePair> train) {
        Set<SentencePair> trained = new HashSet<>(train);
        long shared = heldOut.stream().filter(trained::contains).count();
        if (shared > 0) {
            note("%,d of %,d %s pairs are also training pairs", shared, heldOut.size(), name);
        }
    }

    private void note(String format, Object... values) {
        notes.add(String.format(Locale.ROOT, format, values));
    }
}
