package io.github.mnistmaven.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Digits from a directory with the four files of MNIST by their published names: {@code train-images-idx3-ubyte},
 * {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, each as it is or
 * with {@code .gz} behind it. Where there are both, the one without is read. Their content may be any digit set.
 *
 * <p>All four have to be there whichever set is read, so that a study does not fail after its training for want of
 * test digits.
 */
public final class IdxDirectory implements DigitSource {

    private final Path directory;

    /**
     * A source of the digits in a directory; nothing is read yet.
     *
     * @param directory with the four files
     */
    public IdxDirectory(Path directory) {
        this.directory = Objects.requireNonNull(directory, "directory is null");
    }

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public DigitSet training() throws IOException {
        return read(PublishedFile.TRAINING_IMAGES, PublishedFile.TRAINING_LABELS);
    }

    @Override
    public DigitSet test() throws IOException {
        return read(PublishedFile.TEST_IMAGES, PublishedFile.TEST_LABELS);
    }

    private DigitSet read(PublishedFile images, PublishedFile labels) throws IOException {
        Map<PublishedFile, Path> files = locate();
        return Idx.read(files.get(images), files.get(labels)).withSource(name());
    }

    private Map<PublishedFile, Path> locate() throws IOException {
        requireDirectory();
        Map<PublishedFile, Path> found = new EnumMap<>(PublishedFile.class);
        List<String> missing = new ArrayList<>();
        for (PublishedFile file : PublishedFile.values()) {
            firstExisting(file.fileName(), file.fileName() + ".gz")
                    .ifPresentOrElse(path -> found.put(file, path), () -> missing.add(describeMissing(file)));
        }
        if (!missing.isEmpty()) {
            throw new IOException("%s holds %d of the 4 files of a digit set; missing: %s"
                    .formatted(directory, found.size(), String.join("; ", missing)));
        }
        return found;
    }

    private void requireDirectory() throws IOException {
        if (!Files.exists(directory)) {
            throw new IOException("the data directory %s does not exist; name one that holds the four MNIST files"
                    .formatted(directory.toAbsolutePath()));
        }
        if (!Files.isDirectory(directory)) {
            throw new IOException("%s is not a directory; name the directory that holds the four MNIST files"
                    .formatted(directory.toAbsolutePath()));
        }
    }

    private Optional<Path> firstExisting(String... names) {
        return Arrays.stream(names)
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private String describeMissing(PublishedFile file) {
        String name = file.fileName();
        // As some mirrors and unpacking tools have it.
        String dotted = name.replace("-idx", ".idx");
        return firstExisting(dotted, dotted + ".gz")
                .map(Path::getFileName)
                .map(there -> "%s (there is %s: rename it to %s)"
                        .formatted(name, there, there.toString().replace(dotted, name)))
                .orElse("%s (or %s.gz)".formatted(name, name));
    }
}
