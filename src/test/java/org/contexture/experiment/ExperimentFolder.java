package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contexture.corpus.VocabularySizes;
import org.contexture.setting.UserError;

/** A folder in which a test writes experiment files. */
record ExperimentFolder(Path folder) {
    Path write(String name, String yaml) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Experiment read(String yaml) {
        return matched(Experiment.read(write("x.yaml", yaml)));
    }

    /** With widths for vocabularies of 14 tokens each, those of ten digits. */
    static Experiment matched(Experiment experiment) {
        return experiment.matched(corpus -> new VocabularySizes(14, 14));
    }

    List<String> configurations(String yaml) {
        return configurations(read(yaml));
    }

    static List<String> configurations(Experiment experiment) {
        return Plan.of(experiment).trials().stream()
                .map(Trial::configuration)
                .distinct()
                .toList();
    }

    String error(String yaml) {
        return error(write("x.yaml", yaml), Overrides.NONE);
    }

    /** The message, without this folder's path. */
    String error(Path file, Overrides overrides) {
        UserError error = assertThrows(UserError.class, () -> Experiment.read(file, overrides));
        return String.valueOf(error.getMessage()).replace(folder + File.separator, "");
    }
}
