package io.github.mnistmaven.data;

import java.io.IOException;

/**
 * A source of digits. Training and test set are read separately, as training needs no test digits and evaluation no
 * training digits.
 *
 * <pre>{@code
 * DigitSource published = new PublishedMnist();                            // MNIST, downloaded once and verified
 * DigitSource files = new DigitDirectory(Path.of("fashion-mnist"));        // files in a form in which MNIST is handed round
 * DigitSource pictures = new PictureFolders(Path.of("my-pictures"));       // pictures in a folder for each class
 * DigitSource drawn = new EmbeddedDigits();                                // drawn by this library, without files
 * Digits digits = drawn.load();
 * }</pre>
 *
 * <p>The sources of this library are immutable and may be shared between threads; each call reads or generates the digits anew. For any
 * other storage, implement this interface. Digits that are only in memory need no source: see {@link DigitSet#of} and
 * {@link Digits#split}.
 */
public interface DigitSource {

    /**
     * What the source is called, in the provenance of models that are trained on its digits: {@link #load} has its sets say so, see
     * {@link DigitSet#source}.
     *
     * @return a word or two that is the same on every machine, such as {@code mnist}
     */
    String name();

    /**
     * Reads or generates the training digits.
     *
     * @return the training set
     * @throws DigitFormatException if what is there is not a digit set; the message names the file and what is wrong
     * @throws IOException if it cannot be read; the message says what to do
     */
    DigitSet training() throws IOException;

    /**
     * Reads or generates the test digits.
     *
     * @return the test set
     * @throws DigitFormatException if what is there is not a digit set; the message names the file and what is wrong
     * @throws IOException if it cannot be read; the message says what to do
     */
    DigitSet test() throws IOException;

    /**
     * Both sets. Where {@link #training} or {@link #test} do not say where their digits come from, they come from {@link #name}.
     *
     * @return training and test digits
     * @throws IllegalArgumentException if their names of classes differ
     * @throws IOException as {@link #training} and {@link #test}
     */
    default Digits load() throws IOException {
        return new Digits(training().withSourceIfUnnamed(name()), test().withSourceIfUnnamed(name()));
    }
}
