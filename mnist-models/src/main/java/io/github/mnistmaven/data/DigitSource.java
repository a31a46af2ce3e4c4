package io.github.mnistmaven.data;

import java.io.IOException;

/**
 * A source of digits. Training and test set are read separately, as training needs no test digits and evaluation no
 * training digits.
 *
 * <pre>{@code
 * DigitSource published = new PublishedMnist();                      // MNIST, downloaded once and verified
 * DigitSource files = new DigitDirectory(Path.of("fashion-mnist"));    // four files in MNIST's format
 * DigitSource drawn = new EmbeddedDigits();                          // drawn by this library, without files
 * Digits digits = drawn.load();
 * }</pre>
 */
public interface DigitSource {

    /**
     * What the source is called, in the provenance of models that are trained on its digits. Sets from this source say so,
     * see {@link DigitSet#source}.
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
     * Both sets.
     *
     * @return training and test digits
     * @throws IOException as {@link #training} and {@link #test}
     */
    default Digits load() throws IOException {
        return new Digits(training(), test());
    }
}
