package org.contexture.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares one key of an experiment file on the record component that holds its value. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** What the key means, in one sentence, with its unit. */
    String value();

    /** The default as YAML text; empty when absence is itself the default (the component is then {@code @Nullable}). */
    String byDefault() default "";

    /** The smallest number allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest number allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min()} itself is refused, as for a learning rate of zero. */
    boolean aboveMin() default false;

    /** The words allowed, for text settings that are not an enum; for a section, its one-word forms. */
    String[] oneOf() default {};

    /** Where the words allowed come from, for text settings whose words are registered rather than written down. */
    Class<? extends Words> words() default Words.None.class;

    /** The key in the file, where it cannot be the component's name because that is a word of Java's. */
    String key() default "";

    /** Whether the text is the path of a file, relative to the experiment file it is written in. */
    boolean path() default false;
}
