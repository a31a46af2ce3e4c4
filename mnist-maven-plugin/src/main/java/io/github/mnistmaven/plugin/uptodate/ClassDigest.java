package io.github.mnistmaven.plugin.uptodate;

import io.github.mnistmaven.internal.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The digest of a jar or of a directory of classes: the same for both if their content is, whenever it was packed. Of a jar
 * only the list of its content is read, which has checksums: the native library's has 112 MB.
 */
final class ClassDigest {

    private ClassDigest() {}

    static String of(Path entry) throws IOException {
        SortedMap<String, Long> checksums = Files.isDirectory(entry) ? ofDirectory(entry) : ofJar(entry);
        StringBuilder content = new StringBuilder();
        checksums.forEach((name, checksum) -> {
            if (!isPackaging(name)) {
                content.append(name).append(' ').append(checksum).append('\n');
            }
        });
        return Sha256.of(content.toString());
    }

    /** What is only in a jar, and tells of how it was made. */
    private static boolean isPackaging(String name) {
        return name.equals("META-INF/MANIFEST.MF") || name.startsWith("META-INF/maven/");
    }

    private static SortedMap<String, Long> ofJar(Path jar) throws IOException {
        SortedMap<String, Long> checksums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    checksums.put(entry.getName(), entry.getCrc());
                }
            }
        }
        return checksums;
    }

    private static SortedMap<String, Long> ofDirectory(Path directory) throws IOException {
        SortedMap<String, Long> checksums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                CRC32 checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                checksums.put(directory.relativize(file).toString().replace('\\', '/'), checksum.getValue());
            }
        }
        return checksums;
    }
}
