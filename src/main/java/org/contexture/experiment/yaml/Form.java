package org.contexture.experiment.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.contexture.setting.Setting;
import org.contexture.setting.Words;

/** What values a setting takes: derived from its component's type and its {@link Setting}, and never converted silently. */
public sealed interface Form permits ScalarForm, Form.Items, Form.Section, Form.Raw {
    /** The end of an error message: what should have been there. */
    String expected();

    /** The form of a component of this type. */
    static Form of(Type type, Setting setting) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new Items((ScalarForm) of(list.getActualTypeArguments()[0], setting));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return ScalarForm.Whole.of(type == long.class || type == Long.class, setting);
        }
        if (type == double.class || type == Double.class) {
            return new ScalarForm.Decimal(setting.min(), setting.aboveMin(), setting.max());
        }
        return formOfClass((Class<?>) type, setting);
    }

    private static Form formOfClass(Class<?> type, Setting setting) {
        if (type == boolean.class || type == Boolean.class) {
            return new ScalarForm.Flag();
        }
        if (type == String.class) {
            return new ScalarForm.Text(words(setting));
        }
        if (type == YamlNode.class) {
            return new Raw();
        }
        if (type.isRecord()) {
            return new Section(type.asSubclass(Record.class), List.of(setting.oneOf()));
        }
        return new ScalarForm.Choice(enumClass(type));
    }

    private static List<String> words(Setting setting) {
        try {
            Constructor<? extends Words> constructor = setting.words().getDeclaredConstructor();
            constructor.setAccessible(true);
            List<String> registered = constructor.newInstance().words();
            return registered.isEmpty() ? List.of(setting.oneOf()) : registered;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Enum<?>> enumClass(Class<?> type) {
        if (!type.isEnum()) {
            throw new IllegalStateException("No experiment file can hold a " + type);
        }
        return (Class<? extends Enum<?>>) type;
    }

    /** A list with at least one item. */
    record Items(ScalarForm item) implements Form {
        @Override
        public String expected() {
            return "a list such as [a, b], each item " + item.expected();
        }
    }

    /** A record of further settings; it can also be written as one of {@code words}. */
    record Section(Class<? extends Record> type, List<String> words) implements Form {
        @Override
        public String expected() {
            return "a mapping with keys " + String.join(", ", Shape.of(type).names())
                    + (words.isEmpty() ? "" : ", or " + String.join(" or ", words));
        }
    }

    /** YAML that is not bound here: the sweep and the seeds, which have readers of their own. */
    record Raw() implements Form {
        @Override
        public String expected() {
            return "any value";
        }
    }
}
