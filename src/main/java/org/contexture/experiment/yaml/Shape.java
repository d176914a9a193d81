package org.contexture.experiment.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;

/** A settings record as an experiment file sees it: its keys in the order of its components. */
public record Shape(Class<? extends Record> type, List<Key> keys) {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            Class<? extends Record> settings = type.asSubclass(Record.class);
            return new Shape(
                    settings,
                    Arrays.stream(settings.getRecordComponents()).map(Key::of).toList());
        }
    };

    /** One component; {@code byDefault} is null where the annotation gives no default. */
    public record Key(
            String name, Setting setting, Form form, boolean nullable, @Nullable YamlNode byDefault, Method reader) {
        private static Key of(RecordComponent component) {
            Setting setting = component.getAnnotation(Setting.class);
            if (setting == null) {
                throw new IllegalStateException("No @Setting on " + component);
            }
            String name = setting.key().isEmpty() ? component.getName() : setting.key();
            Form form = Form.of(component.getGenericType(), setting);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Key(name, setting, form, nullable, byDefault(name, setting), component.getAccessor());
        }

        private static @Nullable YamlNode byDefault(String name, Setting setting) {
            String text = setting.byDefault();
            return text.isEmpty() ? null : YamlReader.parse(text, "default of " + name, new Problems());
        }

        /** This component's value in a record. */
        public @Nullable Object of(Record settings) {
            return invoke(reader, settings);
        }
    }

    public static Shape of(Class<? extends Record> type) {
        return SHAPES.get(type);
    }

    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    /** The key that a dotted path leads to. */
    public Optional<Key> find(String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Optional<Key> key = keys.stream().filter(k -> k.name().equals(name)).findFirst();
        if (dot < 0) {
            return key;
        }
        return key.flatMap(k -> k.form() instanceof Form.Section section
                ? of(section.type()).find(path.substring(dot + 1))
                : Optional.empty());
    }

    /**
     * "; did you mean x?" for a dotted path that leads to no key, or nothing.
     *
     * @param otherWords what else might have been meant
     */
    public String hint(String path, List<String> otherWords) {
        List<String> known =
                Stream.concat(paths().stream(), otherWords.stream()).toList();
        String nearest = Nearest.hint(path, known);
        return nearest.isEmpty() ? elsewhere(path) : nearest;
    }

    /** The same for a key that exists, but in another section. */
    String elsewhere(String name) {
        return paths().stream()
                .filter(path -> path.endsWith("." + name))
                .findFirst()
                .map(path -> "; did you mean " + path + "?")
                .orElse("");
    }

    /** The dotted paths of all keys at every depth. */
    public List<String> paths() {
        return keys.stream().flatMap(Shape::paths).toList();
    }

    private static Stream<String> paths(Key key) {
        Stream<String> inner = key.form() instanceof Form.Section section
                ? of(section.type()).paths().stream().map(path -> key.name() + "." + path)
                : Stream.of();
        return Stream.concat(Stream.of(key.name()), inner);
    }

    /**
     * Calls the record's constructor.
     *
     * @throws IllegalArgumentException what the record says about a combination of values
     */
    Record create(List<@Nullable Object> values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(new ArrayList<>(values).toArray());
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The record's one-word form. */
    Object parse(String word) {
        try {
            Method parse = type.getDeclaredMethod("parse", String.class);
            return Objects.requireNonNull(invoke(parse, null, word));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object invoke(Method method, @Nullable Object target, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException unwrapped(InvocationTargetException e) {
        return e.getCause() instanceof IllegalArgumentException refused
                ? refused
                : new IllegalStateException(e.getCause());
    }
}
