package org.contexture.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.contexture.corpus.CorpusSettings;
import org.contexture.corpus.Dataset;
import org.contexture.corpus.VocabularySizes;

/** Corpora, each read once when it is first asked for. */
final class Corpora {
    private final Path base;
    private final Map<CorpusSettings, Dataset> read = new LinkedHashMap<>();

    /** @param base the folder that paths of files are relative to */
    Corpora(Path base) {
        this.base = base;
    }

    /**
     * The prepared corpus of some settings.
     *
     * @throws org.contexture.setting.UserError if it cannot be read
     */
    Dataset dataset(CorpusSettings settings) {
        return read.computeIfAbsent(settings, s -> Dataset.load(s, base));
    }

    /** All of several, each once; what is wrong with one is told at once. */
    Map<CorpusSettings, Dataset> datasets(Stream<CorpusSettings> settings) {
        Map<CorpusSettings, Dataset> datasets = new LinkedHashMap<>();
        settings.distinct().forEach(each -> datasets.put(each, dataset(each)));
        return datasets;
    }

    VocabularySizes vocabularies(CorpusSettings settings) {
        Dataset data = dataset(settings);
        return new VocabularySizes(data.source().size(), data.target().size());
    }
}
