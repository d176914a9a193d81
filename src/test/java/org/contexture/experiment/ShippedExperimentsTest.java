package org.contexture.experiment;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ShippedExperimentsTest {
    @TestFactory
    Stream<DynamicTest> everyShippedExperimentIsReadAndPlanned() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of("experiments"))) {
            files = listed.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertFalse(files.isEmpty(), "no experiments/*.yaml");
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertFalse(Plan.of(ExperimentFolder.matched(Experiment.read(file)))
                                .trials()
                                .isEmpty())));
    }
}
