package org.contexture.results;

import java.util.ArrayList;
import java.util.List;
import org.contexture.statistics.Effects;
import org.contexture.statistics.FactorialDesign;
import org.contexture.statistics.FactorialDesign.Factor;
import org.contexture.statistics.Family;
import org.contexture.statistics.MainEffect;
import org.contexture.statistics.PairedComparison;

/**
 * What each value of a setting does beside its first one, over everything else, a seed's mean being one value.
 *
 * @param setting by its path
 * @param reference its first value, as in the tables; empty where the setting has none
 * @param family a member for each other value that shares pairs with the reference, by its text
 */
public record SettingEffects(String setting, String reference, Family family) {
    /** Of every setting of a design. */
    public static List<SettingEffects> of(FactorialDesign design) {
        List<MainEffect> effects = Effects.of(design).mainEffects();
        return design.factors().stream()
                .map(factor -> of(design, factor, effects))
                .toList();
    }

    private static SettingEffects of(FactorialDesign design, Factor factor, List<MainEffect> effects) {
        List<Family.Named> named = new ArrayList<>();
        for (MainEffect effect : effects) {
            PairedComparison bySeed = effect.factor().equals(factor.name()) ? SweptDesign.bySeed(design, effect) : null;
            if (bySeed != null) named.add(new Family.Named(effect.level(), bySeed));
        }
        return new SettingEffects(factor.name(), factor.levels().get(0), Family.of(named));
    }
}
