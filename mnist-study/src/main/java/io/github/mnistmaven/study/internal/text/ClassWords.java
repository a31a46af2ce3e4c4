package io.github.mnistmaven.study.internal.text;

import io.github.mnistmaven.data.DigitSet;
import java.util.List;

/**
 * What a report calls the classes and what is classified. A page about garments should not speak of digits.
 *
 * @param names of the classes, in their order
 */
public record ClassWords(List<String> names) {

    /**
     * Whether the classes are the digits themselves.
     *
     * @return true if they have no other names
     */
    public boolean areDigits() {
        return names.equals(DigitSet.DIGIT_NAMES);
    }

    /**
     * One class.
     *
     * @return {@code digit} or {@code class}
     */
    public String aClass() {
        return areDigits() ? "digit" : "class";
    }

    /**
     * What is classified.
     *
     * @return {@code digit} or {@code image}
     */
    public String image() {
        return areDigits() ? "digit" : "image";
    }

    /**
     * What is classified, several of them.
     *
     * @return {@code digits} or {@code images}
     */
    public String images() {
        return image() + "s";
    }

    /**
     * The name of a class.
     *
     * @param label 0 to 9
     * @return such as {@code 7} or {@code ankle boot}
     */
    public String name(int label) {
        return names.get(label);
    }
}
