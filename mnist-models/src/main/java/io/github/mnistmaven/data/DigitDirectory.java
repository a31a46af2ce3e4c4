package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.Bounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Digits from a directory, in any of the forms in which MNIST and sets like it are handed round. The first of these that
 * is there is read:
 *
 * <ol>
 *   <li>the four files of MNIST: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte},
 *       {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, whatever set of ten classes is in them. Where they
 *       hold Fashion-MNIST or Kuzushiji-MNIST, the digits have the names of its classes;
 *   <li>those of QMNIST, {@code qmnist-train-images-idx3-ubyte} and so on, with its labels of eight numbers;
 *   <li>those of EMNIST, {@code emnist-digits-train-images-idx3-ubyte} and so on, else {@code emnist-mnist-...}. Their images
 *       are stored transposed and are turned upright;
 *   <li>{@code mnist.npz}, as Keras has it, or the only other {@code .npz} file, with the arrays {@code x_train},
 *       {@code y_train}, {@code x_test} and {@code y_test};
 *   <li>{@code train.csv} and {@code test.csv}, or both with the same word before, such as {@code mnist_train.csv}: a label and
 *       784 pixels in each row. Where there are no labels in {@code test.csv}, as in Kaggle's, or there is no such file, the
 *       last sixth of {@code train.csv} are the test digits, and the rest the training digits. Those of EMNIST, {@code emnist-digits-train.csv} or else
 *       {@code emnist-mnist-train.csv}, are turned upright.
 * </ol>
 *
 * <p>An IDX file may be as it is or have {@code .gz} behind its name; where there are both, the one without is read. It may have
 * a dot before {@code idx}, and may lie in a directory of its own name. If none of all these is in the directory itself,
 * they may be one directory below it, or two if that is called {@code raw}, as torchvision has it.
 *
 * <p>Training and test digits have to be there whichever set is read, so that a study does not fail after its training for want
 * of test digits.
 *
 * <pre>{@code
 * DigitDirectory source = new DigitDirectory(Path.of("fashion-mnist"));
 * source.classNames();    // [T-shirt, trouser, pullover, ...]
 * Digits garments = source.load();
 * DigitSource mine = new DigitDirectory(Path.of("scans")).named("my scanner"); // what the provenance of models says
 * }</pre>
 *
 * <p>Immutable; may be shared between threads. Each call reads the files anew.
 */
public final class DigitDirectory implements DigitSource {

    private final Path directory;
    private final String name;

    /**
     * A source of the digits in a directory; nothing is read yet.
     *
     * @param directory with the files
     */
    public DigitDirectory(Path directory) {
        this(Objects.requireNonNull(directory, "directory is null"), "directory");
    }

    private DigitDirectory(Path directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    /**
     * The same source with a name of its own, for the provenance of models.
     *
     * @param newName a word or two, such as {@code my scanner}; one line of at most 300 characters
     * @return a changed copy
     * @throws IllegalArgumentException if the text is longer or has control characters
     */
    public DigitDirectory named(String newName) {
        Bounds.requireText("newName", newName);
        return new DigitDirectory(directory, newName);
    }

    /** {@inheritDoc} It is {@code directory} unless {@link #named(String)} says otherwise. */
    @Override
    public String name() {
        return name;
    }

    @Override
    public DigitSet training() throws IOException {
        Layout layout = layout();
        return named(layout, layout.training());
    }

    @Override
    public DigitSet test() throws IOException {
        Layout layout = layout();
        return named(layout, layout.test());
    }

    /**
     * The files that {@link #training} reads. As long as they have the same names and bytes, and
     * {@link #holdsOutTestDigits} is the same, so are the training digits.
     *
     * @return at least one
     * @throws IOException if there are no digits in the directory; the message says what there is, and what is expected
     */
    public List<Path> trainingFiles() throws IOException {
        return layout().trainingFiles();
    }

    /**
     * Whether the test digits are a part of the training files, the last sixth, as there is no file of test digits with
     * labels; {@link #training} has the rest.
     *
     * @return false if the test digits have files of their own
     * @throws IOException if there are no digits in the directory; the message says what there is, and what is expected
     */
    public boolean holdsOutTestDigits() throws IOException {
        return layout().holdsOutTestDigits();
    }

    /**
     * What the labels stand for. Fashion-MNIST and Kuzushiji-MNIST are known by the digest of the file of their training
     * labels as it was published (Kuzushiji-MNIST only by its {@code .gz}), or by the name of their directory.
     *
     * @return ten names; the digits 0 to 9 unless it is one of these two
     * @throws IOException if there are no digits in the directory; the message says what there is, and what is expected
     */
    public List<String> classNames() throws IOException {
        return known(layout()).map(DropInSet::classNames).orElse(DigitSet.DIGIT_NAMES);
    }

    /**
     * What was found, in words.
     *
     * @return such as {@code QMNIST} or {@code Fashion-MNIST}; nothing for four files of which nothing more is known
     * @throws IOException if there are no digits in the directory; the message says what there is, and what is expected
     */
    public Optional<String> description() throws IOException {
        Layout layout = layout();
        return known(layout).map(DropInSet::toString).or(layout::description);
    }

    private Layout layout() throws IOException {
        return LayoutSearch.in(directory);
    }

    private DigitSet named(Layout layout, DigitSet digits) throws IOException {
        List<String> classNames = known(layout).map(DropInSet::classNames).orElse(DigitSet.DIGIT_NAMES);
        return digits.withSource(name()).withClassNames(classNames);
    }

    private static Optional<DropInSet> known(Layout layout) throws IOException {
        List<Path> files = layout.trainingFiles();
        return DropInSet.recognize(files.get(files.size() - 1));
    }
}
