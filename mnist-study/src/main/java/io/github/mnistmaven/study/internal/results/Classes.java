package io.github.mnistmaven.study.internal.results;

import java.util.function.IntUnaryOperator;

/** Classes of many digits as a text: one character, 0 to 9, per digit. */
final class Classes {

    private Classes() {}

    static String text(int size, IntUnaryOperator classes) {
        StringBuilder text = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            text.append(classes.applyAsInt(i));
        }
        return text.toString();
    }

    static byte[] bytes(String text) {
        byte[] classes = new byte[text.length()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) (text.charAt(i) - '0');
        }
        return classes;
    }

    static void require(String field, String text, int count) {
        if (!text.chars().allMatch(character -> character >= '0' && character <= '9')) {
            throw new IllegalArgumentException("%s are not all digits from 0 to 9".formatted(field));
        }
        if (text.length() != count) {
            throw new IllegalArgumentException("%s have %d characters for %d test digits; there must be one for each"
                    .formatted(field, text.length(), count));
        }
    }
}
