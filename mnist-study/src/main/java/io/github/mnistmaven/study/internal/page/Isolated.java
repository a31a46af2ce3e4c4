package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.text.ClassWords;
import java.text.Bidi;
import java.util.List;

/** Text from elsewhere that is written from right to left, so that it does not change the order of the sentence about it. */
final class Isolated {

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";

    private Isolated() {}

    static String text(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                : text;
    }

    static ClassWords words(List<String> classNames) {
        return new ClassWords(classNames.stream().map(Isolated::text).toList());
    }
}
