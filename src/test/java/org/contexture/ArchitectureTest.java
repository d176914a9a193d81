package org.contexture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom: {@code docs/packages.puml} is the rule, the code is held against it. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.contexture");

    @Test
    void packagesUseOnlyWhatTheDiagramSays() {
        classes()
                .that()
                .resideOutsideOfPackage("org.contexture")
                .should(adhereToPlantUmlDiagram(Path.of("docs/packages.puml"), consideringOnlyDependenciesInDiagram()))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.contexture.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachLibraryHasOneDoor() {
        door("org.nd4j..", "org.contexture.tensor..");
        door("org.bytedeco..", "org.contexture.tensor..");
        door(
                "tech.tablesaw..",
                "org.contexture.results..",
                "org.contexture.figure..",
                "org.contexture.report..",
                "org.contexture.lab..",
                "org.contexture.notebook..");
        door("org.dflib.jjava..", "org.contexture.notebook..");
        door("jdk.jshell..", "org.contexture.notebook..");
        door("com.fasterxml.jackson.dataformat.yaml..", "org.contexture.experiment..");
        door("picocli..", "org.contexture.cli..");
        door("org.jline..", "org.contexture.cli..", "org.contexture.experiment.executor..");
        door("org.tribuo..", "org.contexture.corpus..");
        door("com.github.weisj..", "org.contexture.chart..");
    }

    private static void door(String library, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    /** So a benchmark's step is a run's step. */
    @Test
    void everyTrainingStepGoesThroughOptimization() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.contexture.training.Optimization")
                .should()
                .callMethod(org.contexture.model.Seq2Seq.class, "train", org.contexture.corpus.Batch.class, float.class)
                .check(CLASSES);
    }

    @Test
    void nothingIsSerializedByJava() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectOutputStream")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java"))) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(ArchitectureTest::hasClasses)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertEquals(List.of(), silent);
        }
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(f -> f.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
