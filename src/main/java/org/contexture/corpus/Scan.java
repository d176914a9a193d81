package org.contexture.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * SCAN: 20,910 commands and their actions, from the grammar and the interpretation ⟦·⟧ in the appendix of Lake and Baroni
 * (2018), "Generalization without systematicity".
 *
 * <pre>
 * C → S and S | S after S | S             ⟦x and y⟧ = ⟦x⟧ ⟦y⟧       ⟦x after y⟧ = ⟦y⟧ ⟦x⟧
 * S → V twice | V thrice | V              ⟦x twice⟧ = ⟦x⟧ ⟦x⟧       ⟦x thrice⟧ = ⟦x⟧ ⟦x⟧ ⟦x⟧
 * V → U opposite left | turn around left  ⟦u opposite left⟧ = I_TURN_LEFT ⟦u left⟧
 *   | … right | D | U                     ⟦u around left⟧ = ⟦u left⟧ ⟦u left⟧ ⟦u left⟧ ⟦u left⟧
 * D → U left | turn left | … right        ⟦u left⟧ = I_TURN_LEFT ⟦u⟧      ⟦turn⟧ = nothing
 * U → walk | look | run | jump            ⟦jump⟧ = I_JUMP
 * </pre>
 */
final class Scan {
    private Scan() {}

    /** All commands, in the grammar's order. */
    static List<SentencePair> commands() {
        List<SentencePair> s = new ArrayList<>();
        for (SentencePair v : verbPhrases()) {
            s.add(v);
            s.add(new SentencePair(v.source() + " twice", repeat(v.target(), 2)));
            s.add(new SentencePair(v.source() + " thrice", repeat(v.target(), 3)));
        }
        List<SentencePair> c = new ArrayList<>(s);
        for (SentencePair x : s) {
            for (SentencePair y : s) {
                c.add(new SentencePair(x.source() + " and " + y.source(), x.target() + " " + y.target()));
                c.add(new SentencePair(x.source() + " after " + y.source(), y.target() + " " + x.target()));
            }
        }
        return c;
    }

    private static List<SentencePair> verbPhrases() {
        List<SentencePair> v = new ArrayList<>();
        for (String u : List.of("walk", "look", "run", "jump")) {
            String action = "I_" + u.toUpperCase(Locale.ROOT);
            v.add(new SentencePair(u, action));
            addDirections(v, u, " " + action);
        }
        addDirections(v, "turn", "");
        return v;
    }

    private static void addDirections(List<SentencePair> v, String u, String action) {
        for (String direction : List.of("left", "right")) {
            String turn = "I_TURN_" + direction.toUpperCase(Locale.ROOT);
            v.add(new SentencePair(u + " " + direction, turn + action));
            v.add(new SentencePair(u + " opposite " + direction, turn + " " + turn + action));
            v.add(new SentencePair(u + " around " + direction, repeat(turn + action, 4)));
        }
    }

    private static String repeat(String actions, int times) {
        return String.join(" ", Collections.nCopies(times, actions));
    }
}
