package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.internal.files.Bounds;

/** What texts of classes have to be, and how far two agree. */
final class ClassTexts {

    private ClassTexts() {}

    static void require(String field, String text, int count) {
        Bounds.requirePresent(field, text);
        if (text.length() != count || !text.chars().allMatch(it -> it >= '0' && it <= '9')) {
            throw new IllegalArgumentException(
                    "%s has %d characters for %d digits; it must have one from 0 to 9 for each"
                            .formatted(field, text.length(), count));
        }
    }

    /** In how many places two texts of the same length are the same. */
    static int matches(String text, String other) {
        int matches = 0;
        for (int i = 0; i < text.length(); i++) {
            matches += text.charAt(i) == other.charAt(i) ? 1 : 0;
        }
        return matches;
    }
}
