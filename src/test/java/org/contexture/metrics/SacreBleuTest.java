package org.contexture.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every value that sacreBLEU 2.6.0 printed for our own synthetic text, with one, two and three references. */
class SacreBleuTest {
    private static final String OURS = "version:contexture-0.1|sacrebleu-compat:2.6.0";

    @Test
    void corpusBleuIsEqualToTheLastDigit() {
        int checked = 0;
        for (JsonNode c : cases()) {
            for (JsonNode expected : c.get("bleu")) {
                Bleu bleu = new Bleu(
                        tokenization(expected.get("tokenize")),
                        expected.get("lowercase").booleanValue(),
                        smoothing(expected.get("smooth")),
                        number(expected.get("value")),
                        expected.get("order").intValue(),
                        false);
                Score score = new Scorer(bleu, references(c)).score(system(c, 0));
                Bleu.BleuParts parts = (Bleu.BleuParts) score.parts();
                assertEquals(ours(expected.get("line")), score.line(2, false));
                assertEquals(expected.get("score").doubleValue(), score.value(), expected::toString);
                assertEquals(numbers(expected.get("counts")), parts.correct());
                assertEquals(numbers(expected.get("totals")), parts.total());
                assertEquals(expected.get("bp").doubleValue(), parts.brevityPenalty());
                assertEquals(ours(expected.get("signature")), score.signature().toString());
                checked++;
            }
        }
        assertEquals(288, checked);
    }

    @Test
    void sentenceBleuIsEqualToTheLastDigit() {
        int checked = 0;
        for (JsonNode c : cases()) {
            for (JsonNode expected : c.get("sentence_bleu")) {
                Bleu bleu = Bleu.DEFAULT.withTokenize(tokenization(expected.get("tokenize")));
                List<Score> scores = new Scorer(bleu.forSentences(), references(c)).sentences(system(c, 0));
                assertEquals(
                        numbers(expected.get("scores")),
                        scores.stream().map(Score::value).toList());
                checked += scores.size();
            }
        }
        assertEquals(700, checked);
    }

    @Test
    void chrfOfCorpusAndSentencesIsEqualToTheLastDigit() {
        int checked = 0;
        for (JsonNode c : cases()) {
            for (JsonNode expected : c.get("chrf")) {
                Chrf chrf = new Chrf(
                        6,
                        expected.get("word_order").intValue(),
                        2,
                        expected.get("lowercase").booleanValue(),
                        expected.get("whitespace").booleanValue(),
                        expected.get("eps").booleanValue());
                Scorer scorer = new Scorer(chrf, references(c));
                Score score = scorer.score(system(c, 0));
                assertEquals(expected.get("score").doubleValue(), score.value(), expected::toString);
                assertEquals(ours(expected.get("signature")), score.signature().toString());
                assertEquals(
                        numbers(expected.get("sentences")),
                        scorer.sentences(system(c, 0)).stream()
                                .map(Score::value)
                                .toList());
                checked += 1 + expected.get("sentences").size();
            }
        }
        assertEquals(2288, checked);
    }

    @Test
    void terIsEqual() {
        int checked = 0;
        for (JsonNode c : cases()) {
            for (JsonNode expected : c.get("ter")) {
                Ter ter = new Ter(
                        expected.get("normalized").booleanValue(),
                        expected.get("no_punct").booleanValue(),
                        expected.get("asian").booleanValue(),
                        expected.get("case_sensitive").booleanValue());
                Score score = new Scorer(ter, references(c)).score(system(c, 0));
                Ter.TerParts parts = (Ter.TerParts) score.parts();
                assertEquals(expected.get("edits").longValue(), parts.edits(), expected::toString);
                assertEquals(expected.get("ref_length").doubleValue(), parts.referenceLength());
                assertEquals(expected.get("score").doubleValue(), score.value());
                assertEquals(ours(expected.get("signature")), score.signature().toString());
                checked++;
            }
        }
        assertEquals(48, checked);
    }

    @Test
    void bootstrapMeanAndIntervalAreEqual() {
        int checked = 0;
        for (JsonNode c : cases()) {
            JsonNode expected = c.get("bootstrap");
            Scorer scorer = new Scorer(Bleu.DEFAULT, references(c));
            Score score = scorer.score(scorer.statistics(system(c, 0)), Resampling.BOOTSTRAP);
            Score.Confidence confidence = Objects.requireNonNull(score.confidence());
            assertEquals(expected.get("mean").doubleValue(), confidence.mean());
            assertEquals(expected.get("ci").doubleValue(), confidence.halfWidth());
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void pairedPValuesAreEqual() {
        int checked = 0;
        for (JsonNode c : cases()) {
            Scorer scorer = new Scorer(Bleu.DEFAULT, references(c));
            for (JsonNode expected : c.get("paired")) {
                Resampling resampling = new Resampling(
                        expected.get("n").intValue(), expected.get("seed").longValue());
                List<PairedTest.Result> results = new PairedTest(kind(expected.get("test")), resampling)
                        .of(scorer.metric(), statistics(scorer, c));
                assertEquals(
                        expected.get("p").doubleValue(),
                        results.get(expected.get("system").intValue()).pValue());
                checked++;
            }
        }
        assertEquals(12, checked);
    }

    /** The same for every metric and every system, see significance.py beside the values. */
    @Test
    void resamplingOfEveryMetricIsEqual() {
        JsonNode all = read("sacrebleu-2.6.0-significance.json").get("results");
        assertEquals(18, all.size());
        for (JsonNode expected : all) {
            JsonNode c = cases().get(expected.get("seed").intValue() - 101);
            Scorer scorer = new Scorer(metric(expected.get("metric").textValue()), references(c));
            Score score = scorer.score(scorer.statistics(system(c, 0)), new Resampling(400, 12345));
            Score.Confidence confidence = Objects.requireNonNull(score.confidence());
            assertEquals(expected.get("mean").doubleValue(), confidence.mean(), expected::toString);
            assertEquals(expected.get("ci").doubleValue(), confidence.halfWidth());
            checkPaired(scorer, c, expected, PairedTest.Kind.BOOTSTRAP, "bs");
            checkPaired(scorer, c, expected, PairedTest.Kind.RANDOMIZATION, "ar");
        }
    }

    private static void checkPaired(Scorer scorer, JsonNode c, JsonNode expected, PairedTest.Kind kind, String key) {
        PairedTest test = new PairedTest(kind, new Resampling(1000, 12345));
        List<PairedTest.Result> results = test.of(scorer.metric(), statistics(scorer, c));
        for (int s = 0; s < results.size(); s++) {
            JsonNode one = expected.get(key).get(s);
            PairedTest.Result result = results.get(s);
            assertEquals(one.get("score").doubleValue(), result.score());
            assertEquals(number(one.get("p_value")), result.pValue(), one + " " + expected.get("metric"));
            assertEquals(number(one.get("mean")), result.mean(), expected::toString);
            assertEquals(number(one.get("ci")), result.halfWidth());
        }
        assertEquals(
                ours(expected.get(key + "Signature")),
                test.signature(scorer.signature()).toString());
    }

    private static Metric metric(String name) {
        return switch (name) {
            case "bleu" -> Bleu.DEFAULT;
            case "bleu add-k" -> new Bleu(Tokenization.MTEVAL_13A, false, Smoothing.ADD_K, 2.0, 4, false);
            case "chrf" -> Chrf.DEFAULT;
            case "chrf++" -> new Chrf(6, 2, 2, false, false, false);
            case "chrf eps" -> new Chrf(6, 0, 2, false, false, true);
            case "ter" -> Ter.DEFAULT;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static PairedTest.Kind kind(JsonNode test) {
        return test.textValue().equals("bs") ? PairedTest.Kind.BOOTSTRAP : PairedTest.Kind.RANDOMIZATION;
    }

    private static List<SufficientStatistics> statistics(Scorer scorer, JsonNode c) {
        return StreamSupport.stream(c.get("systems").spliterator(), false)
                .map(system -> scorer.statistics(texts(system)))
                .toList();
    }

    private static String ours(JsonNode text) {
        return text.textValue().replace("version:2.6.0", OURS);
    }

    private static Tokenization tokenization(JsonNode name) {
        return Arrays.stream(Tokenization.values())
                .filter(t -> t.toString().equals(name.textValue()))
                .findFirst()
                .orElseThrow();
    }

    private static Smoothing smoothing(JsonNode name) {
        return Arrays.stream(Smoothing.values())
                .filter(s -> s.toString().equals(name.textValue()))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNull() ? null : Double.valueOf(node.doubleValue());
    }

    private static References references(JsonNode c) {
        return References.ofSets(StreamSupport.stream(c.get("refs").spliterator(), false)
                .map(SacreBleuTest::texts)
                .toList());
    }

    private static List<String> system(JsonNode c, int number) {
        return texts(c.get("systems").get(number));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.doubleValue()));
        return numbers;
    }

    private static JsonNode cases() {
        return read("sacrebleu-2.6.0.json").get("cases");
    }

    private static JsonNode read(String name) {
        try (InputStream in = SacreBleuTest.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
