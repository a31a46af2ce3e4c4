package io.github.mnistmaven.plugin.jobs;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What pictures are called in the log and among the copies: no two alike, though they may come from several directories. */
final class PictureNames {

    private PictureNames() {}

    /**
     * Names pictures.
     *
     * @param pictures the files
     * @return each file once, in the same order, with the name of the file; of several with the same name, the second one is called
     *     such as {@code x.png (2)}
     */
    static Map<Path, String> of(List<Path> pictures) {
        Map<Path, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Path picture : pictures) {
            Path file = picture.normalize();
            if (names.containsKey(file)) {
                continue;
            }
            String name = file.getFileName().toString();
            String unique = name;
            // Some file systems take names that differ in case alone for the same.
            for (int number = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); number++) {
                unique = "%s (%d)".formatted(name, number);
            }
            names.put(file, unique);
        }
        return names;
    }
}
