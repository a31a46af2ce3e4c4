package io.github.mnistmaven.data.image;

import io.github.mnistmaven.data.DigitFormatException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.PrintableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which folders of pictures are which classes.
 *
 * @param names of the classes 0 to 9
 */
record ClassFolders(List<String> names) {

    /** What file managers leave behind. */
    private static final Set<String> NO_PICTURES = Set.of("thumbs.db", "desktop.ini");

    /**
     * Looks at the folders.
     *
     * @param roots each has a folder for each class, or some of them
     * @throws DigitFormatException if these are no ten classes
     */
    static ClassFolders of(List<Path> roots) throws IOException {
        Set<String> folders = new TreeSet<>();
        for (Path root : roots) {
            folders(root).forEach(folder -> folders.add(name(folder)));
        }
        if (!folders.isEmpty() && DigitSet.DIGIT_NAMES.containsAll(folders)) {
            return new ClassFolders(DigitSet.DIGIT_NAMES);
        }
        try {
            return new ClassFolders(Bounds.classNames("the list of folders", List.copyOf(folders)));
        } catch (IllegalArgumentException e) {
            throw new DigitFormatException(
                    "%s has %s; expected folders named 0 to 9, or ten others, one for each class: %s"
                            .formatted(
                                    roots.stream().map(Path::toString).collect(Collectors.joining(" and ")),
                                    described(folders),
                                    e.getMessage()),
                    e);
        }
    }

    private static String described(Set<String> folders) {
        return folders.isEmpty()
                ? "no folders"
                : "the folders " + PrintableText.abbreviated(folders.stream().collect(Collectors.joining(", ")));
    }

    /** The pictures below a root, and the class of each, in the order of their paths. */
    List<LabelledPictures.Picture> pictures(Path root) throws IOException {
        List<LabelledPictures.Picture> pictures = new ArrayList<>();
        for (Path folder : folders(root)) {
            byte label = (byte) names.indexOf(name(folder));
            try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                files.filter(file -> isPicture(folder.relativize(file)) && Files.isRegularFile(file))
                        .sorted()
                        .forEach(file -> pictures.add(new LabelledPictures.Picture(file, label)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return pictures;
    }

    private static List<Path> folders(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException(
                    "%s is not a directory; name one that has a folder of pictures for each class".formatted(root));
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> !name(entry).startsWith(".") && Files.isDirectory(entry))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isPicture(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return !NO_PICTURES.contains(name(file).toLowerCase(Locale.ROOT));
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }
}
