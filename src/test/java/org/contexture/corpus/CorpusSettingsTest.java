package org.contexture.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CorpusSettingsTest {
    private static final TextSettings FILES = new TextSettings("a.de", "a.en", null, null);

    private static void refuses(String fragment, Executable making) {
        String message = Refusal.of(IllegalArgumentException.class, making);
        assertTrue(message.contains(fragment), message);
    }

    @Test
    void exactlyOneOfTaskAndTrainIsGiven() {
        refuses("corpus has neither task nor train", () -> new Draft().settings());
        Draft both = Draft.of(Task.COPY);
        both.train = FILES;
        refuses("corpus has both task and train", both::settings);
    }

    @Test
    void lengthIsTheShortestAndTheLongest() {
        for (List<Integer> wrong : List.of(
                List.<Integer>of(), List.of(5), List.of(1, 2, 3), List.of(6, 5), List.of(0, 5), List.of(5, 1001))) {
            Draft draft = Draft.of(Task.COPY);
            draft.length = wrong;
            refuses("corpus.length is " + wrong, draft::settings);
        }
        assertEquals(List.of(5, 5), Draft.of(Task.COPY).length(5, 5).settings().length());
    }

    @Test
    void percentBelongsToTheSimpleSplitOfScan() {
        refuses(
                "corpus.percent belongs to",
                () -> Draft.of(Task.COPY).percent(8).settings());
        refuses(
                "corpus.percent belongs to",
                () -> Draft.of(Task.SCAN).split(ScanSplit.LENGTH).percent(8).settings());
        assertEquals(8.0, Draft.of(Task.SCAN).percent(8).settings().percent());
    }

    @Test
    void aSplitOfScanHasItsOwnTestSet() {
        refuses(
                "corpus.test gives a fraction",
                () -> Draft.of(Task.SCAN).test(SplitSettings.ofFraction(0.1)).settings());
    }

    @Test
    void fractionsLeaveSomethingToTrainOn() {
        SplitSettings half = SplitSettings.ofFraction(0.5);
        refuses(
                "hold out every training pair",
                () -> Draft.of(Task.COPY).valid(half).test(half).settings());
        // The defaults count, too.
        refuses(
                "hold out every training pair",
                () -> Draft.of(Task.COPY).test(SplitSettings.ofFraction(0.9)).settings());
    }

    @Test
    void additionIsReadByCharacter() {
        assertEquals(TokenizerKind.CHARACTER, Draft.of(Task.ADDITION).settings().tokenizer());
        assertEquals(TokenizerKind.WHITESPACE, Draft.of(Task.COPY).settings().tokenizer());
        refuses(
                "corpus.tokenizer is word",
                () -> Draft.of(Task.ADDITION).tokenizer(TokenizerKind.WORD).settings());
    }

    @Test
    void trainingFilesTakeOneWholeForm() {
        refuses("none of them", () -> new TextSettings(null, null, null, null));
        refuses("found source with target, pairs", () -> new TextSettings("a", "b", "c", null));
        refuses("found pairs, scan", () -> new TextSettings(null, null, "c", "d"));
        refuses("only one of source and target", () -> new TextSettings("a", null, null, null));
        refuses("only one of source and target", () -> new TextSettings(null, "b", null, null));
    }

    @Test
    void heldOutSetsTakeOneWholeForm() {
        refuses("exactly one of", () -> new SplitSettings(null, null, null, null, null, false));
        refuses("exactly one of", () -> new SplitSettings(null, null, null, null, 0.1, true));
        refuses("exactly one of", () -> new SplitSettings(null, null, "p", null, 0.1, false));
        refuses("only one of source and target", () -> new SplitSettings("s", null, null, null, 0.1, false));
    }

    @Test
    void noneIsTheOneWordAHeldOutSetKnows() {
        assertTrue(SplitSettings.parse("none").none());
        refuses("found 'nothing'", () -> SplitSettings.parse("nothing"));
    }

    @Test
    void everyKeySaysWhatItMeansAndHasADefaultOrMayBeAbsent() {
        Stream.of(CorpusSettings.class, TextSettings.class, SplitSettings.class)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .forEach(CorpusSettingsTest::isDocumented);
    }

    private static void isDocumented(RecordComponent key) {
        Setting setting = key.getAnnotation(Setting.class);
        assertFalse(setting.value().isBlank(), key.getName());
        assertEquals(
                setting.byDefault().isEmpty(),
                key.getAnnotatedType().isAnnotationPresent(Nullable.class),
                key.getName());
    }
}
