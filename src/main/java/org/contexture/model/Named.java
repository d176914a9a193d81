package org.contexture.model;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contexture.model.cell.Cell;
import org.contexture.model.context.ContextStrategy;

/** Finds cells and context strategies by the word an experiment file uses; whoever adds one only registers it. */
final class Named {
    private Named() {}

    static Cell cell(String name) {
        return find(Cell.class, "model.cell", name, Cell::name);
    }

    static ContextStrategy context(String name) {
        return find(ContextStrategy.class, "model.context", name, ContextStrategy::name);
    }

    private static <T> T find(Class<T> kind, String key, String name, Function<T, String> word) {
        List<T> known = ServiceLoader.load(kind, Named.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return known.stream()
                .filter(one -> word.apply(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " is \"" + name + "\"; expected one of "
                        + known.stream().map(word).collect(Collectors.joining(", "))));
    }
}
