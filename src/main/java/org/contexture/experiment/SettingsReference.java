package org.contexture.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.contexture.experiment.yaml.Form;
import org.contexture.experiment.yaml.Shape;

/** Every key of an experiment file with its default, bounds and meaning, from the records that hold them. */
public final class SettingsReference {
    private SettingsReference() {}

    /**
     * One key.
     *
     * @param path dotted, as {@code sweep} names it
     * @param expected what its value may be
     * @param byDefault YAML text; empty if absence is the default
     * @param meaning a sentence
     */
    public record Line(String path, String expected, String byDefault, String meaning) {}

    /** All keys in file order, sections before what is in them. */
    public static List<Line> lines() {
        return lines(Shape.of(ExperimentFile.class), "").toList();
    }

    private static Stream<Line> lines(Shape shape, String prefix) {
        return shape.keys().stream().flatMap(key -> {
            String path = prefix + key.name();
            Line line = new Line(
                    path,
                    key.form().expected(),
                    key.setting().byDefault(),
                    key.setting().value());
            Stream<Line> inner = key.form() instanceof Form.Section section
                    ? lines(Shape.of(section.type()), path + ".")
                    : Stream.of();
            return Stream.concat(Stream.of(line), inner);
        });
    }

    /** The page docs/experiment-file.md. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(
                """
                # The experiment file

                Every key, generated from the records that hold them (`contexture settings --markdown`). Keys are nested by their
                dots; a key without a default may be absent. Paths of files are relative to the experiment file. Any key below
                `corpus`, `model`, `training`, `decoding`, `metrics` and `results` can be swept by its path.

                | key | default | meaning | expected |
                |---|---|---|---|
                """);
        for (Line line : lines()) {
            String byDefault = line.byDefault().isEmpty() ? "" : "`" + line.byDefault() + "`";
            page.append("| `")
                    .append(line.path())
                    .append("` | ")
                    .append(byDefault)
                    .append(" | ");
            page.append(cell(line.meaning()))
                    .append(" | ")
                    .append(cell(line.expected()))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
