package org.contexture.provenance;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where results come from, as ordered maps of text, numbers, lists and maps that JSON can hold. Gathered once a run.
 * Only named environment variables are taken, and no remote's credentials: result folders are published.
 *
 * <p>docs/reproducibility.md says what every key is.
 */
public final class Provenance {
    private static final Pattern VARIABLES = Pattern.compile("CONTEXTURE_(HOME|JAVA_OPTIONS)|JAVA_HOME"
            + "|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|SLURM_(JOB|ARRAY_JOB|ARRAY_TASK)_ID|SLURM_CPUS_PER_TASK");
    /** What an option is called whose value nobody else may know. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([^\\s=]*(?:token|secret|password|passwd|credentials?|api[_.-]?key|private[_.-]?key)=)\\S+");

    private Provenance() {}

    /**
     * What all trials of a run share.
     *
     * @param experimentFile the file that was run; the repository that holds it is described
     * @param command the words after {@code contexture}, as they were given
     */
    public static Map<String, @Nullable Object> ofRun(Path experimentFile, List<String> command) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("start", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        facts.put("command", command.stream().map(Provenance::withoutSecrets).toList());
        facts.put("workingDirectory", Path.of("").toAbsolutePath().toString());
        facts.put("experimentFile", experimentFile.toAbsolutePath().normalize().toString());
        facts.put("host", Host.name());
        facts.put("engine", EngineDigest.here());
        putRepositories(facts, experimentFile);
        facts.put("jvm", jvm());
        facts.put("os", os());
        facts.put("libraries", Libraries.versions(ClassPath.all()));
        facts.put("environment", environment(System.getenv()));
        return facts;
    }

    /**
     * A trial's own facts, the run's behind them.
     *
     * @param run what {@link #ofRun} gave, perhaps read back from JSON
     * @param trial what only this trial has: identity, corpus hash, machine
     */
    public static Map<String, @Nullable Object> ofTrial(
            Map<String, ? extends @Nullable Object> run, Map<String, ? extends @Nullable Object> trial) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>(trial);
        run.forEach(facts::putIfAbsent);
        return facts;
    }

    private static void putRepositories(Map<String, @Nullable Object> facts, Path experimentFile) {
        Path folder =
                Optional.ofNullable(experimentFile.toAbsolutePath().getParent()).orElse(Path.of(""));
        Repository experiment = new Repository(folder);
        facts.put("git", experiment.facts());
        String home = System.getenv("CONTEXTURE_HOME");
        if (home != null && Path.of(home).toFile().isDirectory()) {
            Repository own = new Repository(Path.of(home));
            if (!own.root().equals(experiment.root())) facts.put("contextureGit", own.facts());
        }
    }

    private static Map<String, @Nullable Object> jvm() {
        Map<String, @Nullable Object> jvm = new LinkedHashMap<>();
        jvm.put("version", System.getProperty("java.runtime.version"));
        jvm.put("vendor", System.getProperty("java.vendor"));
        jvm.put("name", System.getProperty("java.vm.name"));
        jvm.put(
                "flags",
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .map(Provenance::withoutSecrets)
                        .toList());
        jvm.put("maxHeapBytes", Runtime.getRuntime().maxMemory());
        return jvm;
    }

    private static Map<String, @Nullable Object> os() {
        Map<String, @Nullable Object> os = new LinkedHashMap<>();
        os.put("name", System.getProperty("os.name"));
        os.put("version", System.getProperty("os.version"));
        os.put("architecture", System.getProperty("os.arch"));
        os.put("cores", Runtime.getRuntime().availableProcessors());
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine) {
            os.put("memoryBytes", machine.getTotalMemorySize());
        }
        return os;
    }

    /** The allowed ones, sorted. */
    static Map<String, String> environment(Map<String, String> all) {
        Map<String, String> allowed = new TreeMap<>();
        all.forEach((name, value) -> {
            if (VARIABLES.matcher(name).matches()) allowed.put(name, withoutSecrets(value));
        });
        return allowed;
    }

    /** {@code -Dapi.token=x} and {@code --password=x} keep their names alone; addresses lose names and passwords. */
    static String withoutSecrets(String words) {
        return Repository.withoutUser(SECRET.matcher(words).replaceAll("$1(left out)"));
    }
}
