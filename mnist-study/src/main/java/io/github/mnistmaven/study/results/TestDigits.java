package io.github.mnistmaven.study.results;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import java.util.List;

/**
 * Which digits were evaluated on.
 *
 * @param source where they come from, in words
 * @param size how many there are, at least 1
 * @param fingerprint see {@link DigitSet#fingerprint()}
 * @param classNames what the labels stand for, see {@link DigitSet#classNames()}
 */
public record TestDigits(String source, int size, String fingerprint, List<String> classNames) {

    /**
     * Takes a copy; checks each value.
     *
     * @param source where they come from, in words
     * @param size how many there are, at least 1
     * @param fingerprint see {@link DigitSet#fingerprint()}
     * @param classNames what the labels stand for, see {@link DigitSet#classNames()}
     */
    public TestDigits {
        Bounds.requireText("source", source);
        Bounds.requireWithin("size", size, 1, DigitSet.MAX_SIZE);
        Bounds.requireSha256("fingerprint", fingerprint);
        classNames = Bounds.classNames("classNames", classNames);
    }
}
