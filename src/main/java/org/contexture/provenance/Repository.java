package org.contexture.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What git says of the repository that holds a folder. Nothing here is an error: without git, or outside a repository, the one
 * fact is {@code state}.
 */
final class Repository {
    static final int LARGEST_DIFF = 1 << 20;
    static final int MOST_UNTRACKED = 50;
    private static final int LARGEST_UNTRACKED = 1 << 26;
    private static final int LINE = 1 << 16;

    private final Path folder;

    Repository(Path folder) {
        this.folder = folder;
    }

    /** The repository's top folder. */
    Optional<Path> root() {
        return line("rev-parse", "--show-toplevel").map(Path::of);
    }

    /** Facts in order; see docs/reproducibility.md for every key. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        Optional<Path> root = root();
        if (root.isEmpty()) {
            boolean git =
                    Command.output(folder, LINE, List.of("git", "--version")).isPresent();
            boolean there = Files.isDirectory(folder);
            facts.put("state", !there ? "no such folder" : git ? "git found no repository" : "git was not found");
        } else {
            put(facts, root.get());
        }
        return facts;
    }

    private void put(Map<String, @Nullable Object> facts, Path root) {
        Optional<String> commit = line("rev-parse", "--verify", "-q", "HEAD");
        List<String> untracked = untracked(root);
        Optional<Sha256.Content> diff = commit.flatMap(c -> diff(root));
        boolean changed = diff.isEmpty() || diff.get().size() > 0;
        facts.put("state", changed || !untracked.isEmpty() ? "dirty" : "clean");
        facts.put("commit", commit.orElse(null));
        facts.put("branch", line("symbolic-ref", "--short", "-q", "HEAD").orElse(null));
        facts.put(
                "remote",
                line("config", "--get", "remote.origin.url")
                        .map(Repository::withoutUser)
                        .orElse(null));
        if (commit.isPresent() && changed) putDiff(facts, diff);
        if (!untracked.isEmpty()) facts.put("untracked", sums(root, untracked));
        if (untracked.size() > MOST_UNTRACKED) facts.put("untrackedFiles", untracked.size());
    }

    private static void putDiff(Map<String, @Nullable Object> facts, Optional<Sha256.Content> diff) {
        if (diff.isEmpty()) {
            facts.put("diff", "git diff failed or took too long");
        } else if (diff.get().size() <= LARGEST_DIFF) {
            facts.put("diff", text(diff));
        } else {
            facts.put("diff", "left out: larger than " + LARGEST_DIFF + " bytes");
            facts.put("diffBytes", diff.get().size());
            facts.put("diffSha256", diff.get().sha256());
        }
    }

    /** As git itself would apply it again: colours, external programs and text conversions that a user has set are off. */
    private static Optional<Sha256.Content> diff(Path root) {
        return Command.output(
                root,
                LARGEST_DIFF,
                List.of("git", "diff", "HEAD", "--no-color", "--no-ext-diff", "--no-textconv", "--binary"));
    }

    private List<String> untracked(Path root) {
        String names = text(
                Command.output(root, LARGEST_DIFF, List.of("git", "ls-files", "--others", "--exclude-standard", "-z")));
        return Stream.of(names.split("\0", -1)).filter(name -> !name.isEmpty()).toList();
    }

    private static List<Map<String, @Nullable Object>> sums(Path root, List<String> names) {
        List<Map<String, @Nullable Object>> sums = new ArrayList<>();
        for (String name : names.subList(0, Math.min(MOST_UNTRACKED, names.size()))) {
            Map<String, @Nullable Object> file = new LinkedHashMap<>();
            file.put("file", name);
            file.put("sha256", sum(root.resolve(name)));
            sums.add(file);
        }
        return sums;
    }

    private static String sum(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_UNTRACKED) {
                return "not hashed: no plain file, or larger than 64 MB";
            }
            try (InputStream stream = Files.newInputStream(file)) {
                return Sha256.read(stream, 0).sha256();
            }
        } catch (IOException e) {
            return "not hashed: cannot be read";
        }
    }

    private Optional<String> line(String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        return Optional.of(text(Command.output(folder, LINE, command)).strip()).filter(text -> !text.isEmpty());
    }

    private static String text(Optional<Sha256.Content> content) {
        return content.map(Sha256.Content::start).orElse("");
    }

    /** {@code https://name:token@host/x} keeps no name and no token. */
    static String withoutUser(String url) {
        return url.replaceAll("([A-Za-z][A-Za-z0-9+.-]*://)[^/\\s]*@", "$1");
    }
}
