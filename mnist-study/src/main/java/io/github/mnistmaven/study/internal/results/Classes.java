package io.github.mnistmaven.study.internal.results;

/** What texts of classes have to be. */
final class Classes {

    private Classes() {}

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
