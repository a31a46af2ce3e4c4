package io.github.mnistmaven.data;

import java.io.IOException;

/**
 * Where digits come from. The two sets are read apart, as training needs no test digits and a comparison no training
 * digits.
 */
public interface DigitSource {

    /**
     * Reads or makes the digits to learn from.
     *
     * @return the training set
     * @throws DigitFormatException if what is there is not a digit set; the message names the file and what is wrong
     * @throws IOException if it cannot be read; the message says what to do
     */
    DigitSet training() throws IOException;

    /**
     * Reads or makes the digits to be measured on.
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
