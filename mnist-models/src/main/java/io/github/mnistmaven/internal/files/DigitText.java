package io.github.mnistmaven.internal.files;

import java.util.function.IntUnaryOperator;

/** Classes of many digits, as files have them: a text of one character, 0 to 9, for each digit. */
public final class DigitText {

    private DigitText() {}

    /**
     * Classes as a text.
     *
     * @param size how many
     * @param classes gives each by its index, 0 to 9
     * @return one character for each
     */
    public static String of(int size, IntUnaryOperator classes) {
        Bounds.requirePresent("classes", classes);
        StringBuilder text = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            text.append(classes.applyAsInt(i));
        }
        return text.toString();
    }

    /**
     * The classes of a text.
     *
     * @param text of characters from 0 to 9
     * @return 0 to 9 for each
     */
    public static byte[] bytes(String text) {
        Bounds.requirePresent("text", text);
        byte[] classes = new byte[text.length()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) (text.charAt(i) - '0');
        }
        return classes;
    }
}
