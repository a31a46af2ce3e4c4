package io.github.mnistmaven.study.internal.results;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.DigitText;
import java.util.List;

/**
 * What models were evaluated on.
 *
 * @param count the number of digits
 * @param fingerprint see {@link DigitSet#fingerprint()}
 * @param labels what each digit shows: one character, 0 to 9, per digit
 * @param source where they come from, in words
 * @param classNames what the labels stand for, see {@link DigitSet#classNames()}
 */
public record StoredDigits(int count, String fingerprint, String labels, String source, List<String> classNames) {

    /**
     * Takes a copy; checks each value.
     *
     * @param count the number of digits
     * @param fingerprint see {@link DigitSet#fingerprint()}
     * @param labels what each digit shows: one character, 0 to 9, per digit
     * @param source where they come from, in words
     * @param classNames what the labels stand for, see {@link DigitSet#classNames()}
     */
    public StoredDigits {
        Bounds.requireWithin("count", count, 1, DigitSet.MAX_SIZE);
        Bounds.requireSha256("fingerprint", fingerprint);
        Bounds.requireText("source", source);
        Bounds.requirePresent("labels", labels);
        Classes.require("labels", labels, count);
        classNames = Bounds.classNames("classNames", classNames);
    }

    /**
     * What one digit shows.
     *
     * @param index from 0
     * @return 0 to 9
     */
    public int label(int index) {
        return labels.charAt(index) - '0';
    }

    /**
     * Test digits as results name them.
     *
     * @param test the digits
     * @return all but their images
     */
    public static StoredDigits of(DigitSet test) {
        Bounds.requirePresent("test", test);
        return new StoredDigits(
                test.size(),
                test.fingerprint(),
                DigitText.of(test.size(), test::label),
                test.source(),
                test.classNames());
    }
}
