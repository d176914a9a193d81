package org.contexture.corpus;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the pairs of copy, reverse, sort and addition: lengths and symbols are uniform, and a pair may repeat. */
final class Generator {
    private final CorpusSettings settings;
    private final RandomStream random;

    Generator(CorpusSettings settings) {
        this.settings = settings;
        this.random = new RandomStream(settings.seed(), "generation");
    }

    List<SentencePair> copy() {
        return symbolPairs(symbols -> symbols);
    }

    List<SentencePair> reverse() {
        return symbolPairs(symbols -> IntStream.range(0, symbols.length)
                .map(i -> symbols[symbols.length - 1 - i])
                .toArray());
    }

    /** Sorts by the symbol's number, so that s10 follows 9. */
    List<SentencePair> sort() {
        return symbolPairs(symbols -> IntStream.of(symbols).sorted().toArray());
    }

    /** Summands have no leading zero; those of one digit are 0 to 9. */
    List<SentencePair> addition() {
        return draw(() -> {
            String a = number();
            String b = number();
            return new SentencePair(
                    a + "+" + b, new BigInteger(a).add(new BigInteger(b)).toString());
        });
    }

    private List<SentencePair> symbolPairs(Function<int[], int[]> answer) {
        return draw(() -> {
            int[] symbols = new int[length()];
            for (int i = 0; i < symbols.length; i++) {
                symbols[i] = random.below(settings.symbols());
            }
            return new SentencePair(sentence(symbols), sentence(answer.apply(symbols)));
        });
    }

    private List<SentencePair> draw(Supplier<SentencePair> pair) {
        return Stream.generate(pair).limit(settings.size()).toList();
    }

    private int length() {
        return random.between(settings.length().get(0), settings.length().get(1));
    }

    private String number() {
        int digits = length();
        StringBuilder number = new StringBuilder(digits).append(random.between(digits == 1 ? 0 : 1, 9));
        while (number.length() < digits) {
            number.append(random.below(10));
        }
        return number.toString();
    }

    private static String sentence(int[] symbols) {
        return IntStream.of(symbols).mapToObj(Generator::word).collect(Collectors.joining(" "));
    }

    private static String word(int symbol) {
        return symbol < 10 ? Integer.toString(symbol) : "s" + symbol;
    }
}
