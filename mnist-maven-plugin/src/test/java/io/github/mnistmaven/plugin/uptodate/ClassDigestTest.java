package io.github.mnistmaven.plugin.uptodate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDigestTest {

    private static final Map<String, String> CLASSES =
            new TreeMap<>(Map.of("com/example/A.class", "aaa", "com/example/B.class", "bbb"));

    @TempDir
    private Path directory;

    private Path jar(String name, Map<String, String> content, long time) throws IOException {
        Path jar = directory.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file : content.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(time);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes());
            }
        }
        return jar;
    }

    @Test
    void givenTheSameClasses_whenPackedAtAnotherTimeOrNotAtAll_thenTheDigestIsTheSame() throws IOException {
        // given
        Map<String, String> withManifest = new TreeMap<>(CLASSES);
        withManifest.put("META-INF/MANIFEST.MF", "Built-By: somebody");
        Path classes = directory.resolve("classes");
        for (Map.Entry<String, String> file : CLASSES.entrySet()) {
            Path target = classes.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }

        // then
        String expected = ClassDigest.of(jar("one.jar", CLASSES, 1_000_000_000_000L));
        assertThat(ClassDigest.of(jar("two.jar", withManifest, 1_500_000_000_000L)))
                .isEqualTo(expected);
        assertThat(ClassDigest.of(classes)).isEqualTo(expected);
    }

    @Test
    void givenAClassThatChanged_whenTheJarHasTheSameSize_thenTheDigestIsAnother() throws IOException {
        // given
        Map<String, String> changed = new TreeMap<>(CLASSES);
        changed.put("com/example/B.class", "bbc");
        Path before = jar("before.jar", CLASSES, 0);
        Path after = jar("after.jar", changed, 0);
        assertThat(Files.size(after)).isEqualTo(Files.size(before));

        // then
        assertThat(ClassDigest.of(after)).isNotEqualTo(ClassDigest.of(before));
    }
}
