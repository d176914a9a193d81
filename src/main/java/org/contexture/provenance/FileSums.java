package org.contexture.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** Name, size and CRC-32 of files in a folder or a jar, a line each, sorted. Nothing is unpacked: a jar's directory has them. */
final class FileSums {
    private FileSums() {}

    /** Names are relative, with '/', such as {@code org/contexture/model/Encoder.class}. */
    static Collection<String> of(Path folderOrJar, Predicate<String> wanted) throws IOException {
        return new TreeSet<>(
                Files.isDirectory(folderOrJar) ? ofFolder(folderOrJar, wanted) : ofJar(folderOrJar, wanted));
    }

    private static List<String> ofJar(Path jar, Predicate<String> wanted) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> wanted.test(entry.getName()))
                    .map(entry -> line(entry.getName(), entry.getSize(), entry.getCrc()))
                    .toList();
        }
    }

    private static Collection<String> ofFolder(Path folder, Predicate<String> wanted) throws IOException {
        Collection<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (wanted.test(name)) {
                    CRC32 crc = new CRC32();
                    crc.update(Files.readAllBytes(file));
                    lines.add(line(name, Files.size(file), crc.getValue()));
                }
            }
        }
        return lines;
    }

    private static String line(String name, long size, long crc) {
        return name + " " + size + " " + crc + "\n";
    }
}
