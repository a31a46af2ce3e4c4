package io.github.mnistmaven.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * All digits of a picture, as {@link TrainedModel#read(java.nio.file.Path)} reads them.
 *
 * @param width of the whole picture, upright, that the digits' boxes are in, in pixels
 * @param height of it
 * @param lines from top to bottom, each with its digits from left to right; at least one
 */
public record Reading(int width, int height, List<List<ReadDigit>> lines) {

    /**
     * Copies the lists, and checks that there is a digit.
     *
     * @param width of the whole picture, upright, that the digits' boxes are in, in pixels
     * @param height of it
     * @param lines from top to bottom, each with its digits from left to right; at least one
     * @throws IllegalArgumentException if there is no line, or one without digits
     */
    public Reading {
        lines = Objects.requireNonNull(lines, "lines is null").stream()
                .map(List::copyOf)
                .toList();
        if (lines.isEmpty() || lines.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "lines is %s; a reading has at least one line, and each line has a digit".formatted(lines));
        }
    }

    /**
     * All digits in one list.
     *
     * @return line by line
     */
    public List<ReadDigit> digits() {
        return lines.stream().flatMap(List::stream).toList();
    }

    /**
     * What is written.
     *
     * @return the names of the classes, such as {@code 2026}, with a line break between lines; where a name has more than one
     *     character, with a space between names, such as {@code ankle boot shirt}
     */
    public String text() {
        String between = digits().stream()
                        .allMatch(digit -> digit.classification().className().length() == 1)
                ? ""
                : " ";
        return lines.stream()
                .map(line -> line.stream()
                        .map(digit -> digit.classification().className())
                        .collect(Collectors.joining(between)))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Whether to rely on it.
     *
     * @return true if all its digits are {@linkplain ReadDigit#isSure sure}
     */
    public boolean isSure() {
        return digits().stream().allMatch(ReadDigit::isSure);
    }
}
