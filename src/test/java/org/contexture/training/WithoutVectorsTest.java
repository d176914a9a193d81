package org.contexture.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contexture.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors make training faster and change no bit of it. */
class WithoutVectorsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aJvmWithoutTheVectorModuleTrainsTheSameBits() throws IOException {
        assertTrue(TrainedBits.hasVectors(), "surefire adds jdk.incubator.vector");
        assertEquals("false " + TrainedBits.fingerprint(), withoutVectors());
    }

    private String withoutVectors() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(java, "-Xmx1g", "-cp", System.getProperty("java.class.path"), TrainedBits.class.getName());
        Programs.Ended ended = Programs.run(folder, Map.of(), command);
        assertEquals(0, ended.code(), ended.errors());
        return ended.output().strip();
    }
}
