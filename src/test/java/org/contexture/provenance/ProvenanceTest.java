package org.contexture.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
    private final Path folder;

    ProvenanceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void git(String... words) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@b.c"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private void commit() throws Exception {
        git("init", "-q", "-b", "work");
        Files.writeString(folder.resolve("kept.yaml"), "a: 1\n");
        git("add", ".");
        git("commit", "-q", "-m", "Begin");
    }

    private Map<String, @Nullable Object> facts() {
        return new Repository(folder).facts();
    }

    @Test
    void aCleanRepositoryTellsCommitBranchAndRemoteWithoutItsToken() throws Exception {
        commit();
        git("remote", "add", "origin", "https://me:hidden@example.org/x.git");
        Map<String, @Nullable Object> facts = facts();
        assertEquals("clean", facts.get("state"));
        assertTrue(String.valueOf(facts.get("commit")).matches("[0-9a-f]{40}"), facts.toString());
        assertEquals("work", facts.get("branch"));
        assertEquals("https://example.org/x.git", facts.get("remote"));
        assertFalse(facts.containsKey("diff"), facts.toString());
    }

    @Test
    void aChangedFileIsThereAsADiffThatGitCanApply() throws Exception {
        commit();
        Files.writeString(folder.resolve("kept.yaml"), "a: 2\n");
        Map<String, @Nullable Object> facts = facts();
        assertEquals("dirty", facts.get("state"));
        Path diff = Files.writeString(folder.resolve("the.diff"), String.valueOf(facts.get("diff")));
        git("checkout", "-q", "kept.yaml");
        git("apply", diff.toString());
        assertEquals("a: 2\n", Files.readString(folder.resolve("kept.yaml")));
    }

    @Test
    void aHugeDiffIsItsSizeAndHashWithAWord() throws Exception {
        commit();
        Files.writeString(folder.resolve("kept.yaml"), "abc\n".repeat(Repository.LARGEST_DIFF / 4));
        Map<String, @Nullable Object> facts = facts();
        assertTrue(String.valueOf(facts.get("diff")).startsWith("left out: larger than 1048576 bytes"));
        assertTrue(Long.parseLong(String.valueOf(facts.get("diffBytes"))) > Repository.LARGEST_DIFF, facts.toString());
        assertTrue(String.valueOf(facts.get("diffSha256")).matches("[0-9a-f]{64}"), facts.toString());
    }

    @Test
    void untrackedFilesAreNamedWithTheirHashesUpToALimit() throws Exception {
        commit();
        Files.writeString(folder.resolve("ä new.txt"), "abc");
        assertEquals("dirty", facts().get("state"));
        assertEquals(
                List.of(Map.of(
                        "file",
                        "ä new.txt",
                        "sha256",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
                facts().get("untracked"));
        for (int k = 0; k < Repository.MOST_UNTRACKED; k++) {
            Files.writeString(folder.resolve("f" + k), "");
        }
        List<?> named = assertInstanceOf(List.class, facts().get("untracked"));
        assertEquals(Repository.MOST_UNTRACKED, named.size());
        assertEquals(Repository.MOST_UNTRACKED + 1, facts().get("untrackedFiles"));
    }

    @Test
    void outsideARepositoryOrWithoutACommitThatIsAllThereIsToSay() throws Exception {
        assertEquals(Map.of("state", "git found no repository"), facts());
        git("init", "-q", "-b", "work");
        assertEquals("dirty", facts().get("state"));
        assertNull(facts().get("commit"));
        assertEquals("work", facts().get("branch"));
        assertEquals(Map.of("state", "no such folder"), new Repository(folder.resolve("absent")).facts());
    }

    @Test
    void aProgramThatFailsOrIsNotThereGivesNothing() {
        assertTrue(Command.output(folder, 9, List.of("contexture-has-no-such-program"))
                .isEmpty());
        assertTrue(Command.output(folder, 9, List.of("git", "no-such-command")).isEmpty());
    }

    @Test
    void aRunTellsItsCommandMachineAndLibraries() throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), "");
        Map<String, @Nullable Object> facts = Provenance.ofRun(file, List.of("run", "my.yaml", "--token=abc"));
        assertEquals(List.of("run", "my.yaml", "--token=(left out)"), facts.get("command"));
        assertEquals(EngineDigest.here(), facts.get("engine"));
        Map<?, ?> jvm = assertInstanceOf(Map.class, facts.get("jvm"));
        assertEquals(System.getProperty("java.runtime.version"), jvm.get("version"));
        Map<?, ?> libraries = assertInstanceOf(Map.class, facts.get("libraries"));
        assertTrue(libraries.containsKey("tribuo-util-tokenization"), libraries.toString());
        assertFalse(libraries.containsKey("openblas"), "no result passes through it");
        assertTrue(String.valueOf(libraries.get("jackson-databind")).startsWith("2."), libraries.toString());
        assertEquals(file.toString(), facts.get("experimentFile"));
    }

    @Test
    void aTrialsOwnFactsStandFirstAndWin() {
        Map<String, @Nullable Object> trial = new LinkedHashMap<>(Map.of("identity", "1"));
        trial.put("host", "b");
        assertEquals(
                "{identity=1, host=b, start=0}",
                Provenance.ofTrial(new TreeMap<>(Map.of("host", "a", "start", "0")), trial)
                        .toString());
    }

    @Test
    void aLibrarysVersionIsWhatFollowsItsNameInItsJars() {
        String path = String.join(
                File.pathSeparator,
                "/m/snakeyaml-engine-2.7.jar",
                "/m/snakeyaml-2.3.jar",
                "/m/openblas-0.3.jar",
                "/m/x");
        assertEquals(Map.of("snakeyaml", "2.3"), Libraries.versions(path));
    }

    @Test
    void onlyNamedVariablesAreTakenAndNoSecretsInThem() {
        Map<String, String> all = Map.of(
                "OMP_NUM_THREADS", "1",
                "OPENBLAS_CORETYPE", "Haswell",
                "AWS_SECRET_ACCESS_KEY", "abc",
                "MLFLOW_TRACKING_TOKEN", "abc",
                "CONTEXTURE_JAVA_OPTIONS", "-Xmx8g -Dproxy.password=abc -Da=https://me:abc@host/x",
                "SLURM_JOB_ID", "7");
        Map<String, String> allowed = Provenance.environment(all);
        assertEquals(
                List.of("CONTEXTURE_JAVA_OPTIONS", "SLURM_JOB_ID"),
                List.copyOf(allowed.keySet()),
                "no result depends on a BLAS");
        assertEquals("-Xmx8g -Dproxy.password=(left out) -Da=https://host/x", allowed.get("CONTEXTURE_JAVA_OPTIONS"));
    }

    @Test
    void whatChangedIsToldOfFactsThatBothHaveAndThatDecideResults() {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        kept.put("engine", "a".repeat(64));
        kept.put("host", "there");
        kept.put("jvm", Map.of("version", "17"));
        kept.put("cpu", "same");
        kept.put("older", "only");
        Map<String, @Nullable Object> now = new TreeMap<>(
                Map.of("engine", "b".repeat(64), "host", "here", "jvm", Map.of("version", "25"), "cpu", "same"));
        assertEquals(
                List.of(
                        new ProvenanceChange("engine", "a".repeat(60) + "…", "b".repeat(60) + "…"),
                        new ProvenanceChange("jvm.version", "17", "25")),
                ProvenanceChange.between(kept, now));
    }
}
