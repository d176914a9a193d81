package org.contexture.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contexture.experiment.JsonFile;
import org.contexture.report.Block.Fact;
import org.contexture.results.Results;
import org.contexture.setting.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Where results come from, as far as their folder tells: plan.json, provenance.json and the provenance of trials. Host names and
 * folders of the machine stay out.
 *
 * @param experiment its name
 * @param question what it asks; null if its file does not say
 * @param file the experiment file; empty if it is not known
 * @param engine the digest of the code; empty if it is not known
 * @param shared settings that all trials have in common
 * @param facts of machine, libraries and code, every value that occurs
 * @param commands that ran trials, as they were given
 * @param starts when trials began (ISO 8601, UTC)
 */
record Origin(
        String experiment,
        @Nullable String question,
        String file,
        String engine,
        Map<String, String> shared,
        List<Fact> facts,
        List<String> commands,
        List<String> starts) {
    /** The facts of a provenance, each by the paths of keys that tell it. */
    private static final Map<String, List<List<String>>> FACTS = new LinkedHashMap<>();

    static {
        FACTS.put("git commit", List.of(List.of("git", "commit"), List.of("git", "state")));
        FACTS.put(
                "Contexture's commit", List.of(List.of("contextureGit", "commit"), List.of("contextureGit", "state")));
        FACTS.put("CPU", List.of(List.of("cpu")));
        FACTS.put("cores", List.of(List.of("os", "cores")));
        FACTS.put("system", List.of(List.of("os", "name"), List.of("os", "version"), List.of("os", "architecture")));
        FACTS.put("arithmetic", List.of(List.of("arithmetic")));
        FACTS.put("ND4J", List.of(List.of("nd4j"))); // this and the BLAS decided results that have no arithmetic
        FACTS.put("BLAS", List.of(List.of("blas")));
        FACTS.put("Java", List.of(List.of("jvm", "name"), List.of("jvm", "version")));
    }

    static Origin of(Results results) {
        Path folder = results.folder();
        Map<String, @Nullable Object> plan = read(folder.resolve("plan.json"));
        List<Map<String, @Nullable Object>> provenances = provenances(results);
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return new Origin(
                plan.get("experiment") instanceof String named ? named : name,
                plan.get("question") instanceof String asked && !asked.isBlank() ? asked : null,
                plan.get("file") instanceof String file ? file : "",
                plan.get("engine") instanceof String digest ? digest : "",
                settings(plan.get("settings")),
                facts(provenances),
                commands(provenances),
                starts(results));
    }

    /** Empty without the file, or if it is damaged: then there is less to tell. */
    private static Map<String, @Nullable Object> read(Path file) {
        try {
            return Files.isRegularFile(file) ? JsonFile.read(file) : Map.of();
        } catch (UserError damaged) {
            return Map.of();
        }
    }

    /** Those of the trials, or the folder's where there are none. */
    private static List<Map<String, @Nullable Object>> provenances(Results results) {
        List<Map<String, @Nullable Object>> own = results.trials().stringColumn("log").asList().stream()
                .filter(log -> !log.isEmpty())
                .map(log -> read(results.folder().resolve(log).resolveSibling("provenance.json")))
                .filter(provenance -> !provenance.isEmpty())
                .toList();
        return own.isEmpty() ? List.of(read(results.folder().resolve("provenance.json"))) : own;
    }

    private static List<Fact> facts(List<Map<String, @Nullable Object>> provenances) {
        List<Fact> facts = new ArrayList<>();
        FACTS.forEach((name, paths) -> {
            Set<String> values = new LinkedHashSet<>();
            provenances.forEach(provenance -> values.add(paths.stream()
                    .map(path -> text(provenance, path))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "))));
            values.remove("");
            if (!values.isEmpty()) facts.add(new Fact(name, String.join("; ", values)));
        });
        return facts;
    }

    private static String text(Map<String, @Nullable Object> provenance, List<String> path) {
        Object at = provenance;
        for (String key : path) {
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return at == null ? "" : at.toString();
    }

    private static List<String> commands(List<Map<String, @Nullable Object>> provenances) {
        return provenances.stream()
                .map(provenance -> provenance.get("command"))
                .filter(command -> command instanceof List<?>)
                .map(command -> ShellWords.joined("contexture", (List<?>) Objects.requireNonNull(command)))
                .distinct()
                .toList();
    }

    private static Map<String, String> settings(@Nullable Object shared) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (shared instanceof Map<?, ?> map) {
            map.forEach((key, value) -> settings.put(String.valueOf(key), value == null ? "" : value.toString()));
        }
        return settings;
    }

    private static List<String> starts(Results results) {
        if (!results.timings().containsColumn("start")) {
            return List.of();
        }
        Stream<String> starts = results.timings().stringColumn("start").asList().stream();
        return starts.filter(start -> start.matches("\\d{4}-\\d\\d-\\d\\dT.*"))
                .sorted()
                .toList();
    }

    /** The day, or the first and the last one; empty if they are not known. */
    String days() {
        if (starts.isEmpty()) {
            return "";
        }
        String first = starts.get(0).substring(0, 10);
        String last = starts.get(starts.size() - 1).substring(0, 10);
        return first.equals(last) ? first : first + " to " + last;
    }
}
