package org.contexture.model;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contexture.model.cell.Cell;
import org.contexture.model.context.ContextStrategy;
import org.contexture.setting.Words;

/** Finds cells and context strategies by the word an experiment file uses; whoever adds one only registers it. */
final class Named {
    private Named() {}

    static Cell cell(String name) {
        return find(Cell.class, "model.cell", name, Cell::name);
    }

    static ContextStrategy context(String name) {
        return find(ContextStrategy.class, "model.context", name, ContextStrategy::name);
    }

    /** The names of all registered cells. */
    static final class Cells implements Words {
        @Override
        public List<String> words() {
            return registered(Cell.class).stream().map(Cell::name).toList();
        }
    }

    /** The names of all registered context strategies. */
    static final class Contexts implements Words {
        @Override
        public List<String> words() {
            return registered(ContextStrategy.class).stream()
                    .map(ContextStrategy::name)
                    .toList();
        }
    }

    private static <T> List<T> registered(Class<T> kind) {
        return ServiceLoader.load(kind, Named.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static <T> T find(Class<T> kind, String key, String name, Function<T, String> word) {
        List<T> known = registered(kind);
        return known.stream()
                .filter(one -> word.apply(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " is \"" + name + "\"; expected one of "
                        + known.stream().map(word).collect(Collectors.joining(", "))));
    }
}
