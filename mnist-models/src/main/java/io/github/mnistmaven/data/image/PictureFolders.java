package io.github.mnistmaven.data.image;

import io.github.mnistmaven.data.DigitFormatException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.DigitSource;
import io.github.mnistmaven.data.Digits;
import io.github.mnistmaven.internal.files.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Pictures of one digit each, in a folder for each class, as in {@code my-pictures/7/b.jpg}.
 *
 * <pre>{@code
 * PictureFolders source = new PictureFolders(Path.of("my-pictures"))
 *         .skipUnreadable((picture, reason) -> System.out.println("skipped: " + reason));
 * Digits digits = source.load(); // reads all pictures once; training() and test() each read them all
 * try (TrainedModel model = Trainer.of("cnn").train(digits.training())) {
 *     System.out.println(model.evaluate(digits.test()));
 * }
 * }</pre>
 *
 * <p><b>Folders.</b> The directory has the folders {@code train} and {@code test}, and each of these a folder for each class. Or it has the
 * folders of the classes itself; then a part of all pictures is held out as test digits, by {@link Digits#split}: a fifth, from seed 1,
 * unless {@link #split} says otherwise. Folders that are named {@code 0} to {@code 9}, or some of these, are digits. Otherwise, there are ten
 * of them, which are the classes 0 to 9 in the order of their names, and the names of the classes.
 *
 * <p><b>Pictures.</b> All files in these folders and below them are pictures, but for hidden ones, {@code Thumbs.db} and
 * {@code desktop.ini}. In each, the digit is found as {@link DigitPicture#single} finds it. They are read on all cores, and come in the order
 * of their paths.
 *
 * <p><b>What cannot be read.</b> By default, one {@link DigitFormatException} says how many pictures show no digit, more than one, or are
 * damaged, and lists the first 20 with the reason. With {@link #skipUnreadable}, they are left out.
 *
 * <p>Immutable; may be shared between threads. Each call reads the pictures anew.
 */
public final class PictureFolders implements DigitSource {

    private static final double TEST_FRACTION = 0.2;

    private final Path directory;
    private final String name;
    private final double testFraction;
    private final long seed;
    private final Optional<BiConsumer<Path, UnreadablePictureException>> skipping;

    /**
     * A source of the pictures in a directory; nothing is read yet.
     *
     * @param directory with the folders
     */
    public PictureFolders(Path directory) {
        this(directory, "folders", TEST_FRACTION, 1, Optional.empty());
        Bounds.requirePresent("directory", directory);
    }

    private PictureFolders(
            Path directory,
            String name,
            double testFraction,
            long seed,
            Optional<BiConsumer<Path, UnreadablePictureException>> skipping) {
        this.directory = directory;
        this.name = name;
        this.testFraction = testFraction;
        this.seed = seed;
        this.skipping = skipping;
    }

    /**
     * The same source with a name of its own, for the provenance of models.
     *
     * @param newName a word or two, such as {@code my scanner}; one line of at most 300 characters
     * @return a changed copy
     * @throws IllegalArgumentException if the text is longer or has control characters
     */
    public PictureFolders named(String newName) {
        Bounds.requireText("newName", newName);
        return new PictureFolders(directory, newName, testFraction, seed, skipping);
    }

    /**
     * The same source with another division into training and test digits, if there are no folders {@code train} and {@code test}.
     *
     * @param newTestFraction see {@link Digits#split}
     * @param newSeed decides which pictures are held out
     * @return a changed copy
     * @throws IllegalArgumentException if the fraction is not between 0 and 1
     */
    public PictureFolders split(double newTestFraction, long newSeed) {
        if (!(newTestFraction > 0 && newTestFraction < 1)) {
            throw new IllegalArgumentException(
                    "newTestFraction is %s; it must be above 0 and below 1".formatted(newTestFraction));
        }
        return new PictureFolders(directory, name, newTestFraction, newSeed, skipping);
    }

    /**
     * The same source, which leaves out pictures that cannot be read.
     *
     * @param listener is told of each picture that is left out, and why; in the order of their paths
     * @return a changed copy
     */
    public PictureFolders skipUnreadable(BiConsumer<Path, UnreadablePictureException> listener) {
        Bounds.requirePresent("listener", listener);
        return new PictureFolders(directory, name, testFraction, seed, Optional.of(listener));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DigitSet training() throws IOException {
        return isDivided() ? read(directory.resolve("train")) : load().training();
    }

    @Override
    public DigitSet test() throws IOException {
        return isDivided() ? read(directory.resolve("test")) : load().test();
    }

    @Override
    public Digits load() throws IOException {
        return isDivided() ? new Digits(training(), test()) : Digits.split(all(), testFraction, seed);
    }

    /**
     * All pictures, those of {@code train} before those of {@code test}.
     *
     * @return them in the order of their paths
     * @throws DigitFormatException if there are no such folders or no pictures, or some cannot be read
     * @throws IOException if the directory cannot be read
     */
    public DigitSet all() throws IOException {
        return isDivided() ? training().plus(test()) : read(directory);
    }

    private boolean isDivided() {
        return Files.isDirectory(directory.resolve("train")) && Files.isDirectory(directory.resolve("test"));
    }

    private DigitSet read(Path root) throws IOException {
        // Both, as one of them may lack a class.
        List<Path> roots =
                isDivided() ? List.of(directory.resolve("train"), directory.resolve("test")) : List.of(directory);
        ClassFolders folders = ClassFolders.of(roots);
        return new LabelledPictures(root, folders.pictures(root))
                .read(skipping)
                .withSource(name)
                .withClassNames(folders.names());
    }
}
