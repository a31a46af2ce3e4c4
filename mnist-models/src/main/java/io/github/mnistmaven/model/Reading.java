package io.github.mnistmaven.model;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All digits of a picture, as {@link TrainedModel#read(java.nio.file.Path)} reads them.
 *
 * <pre>{@code
 * Reading reading = model.read(Path.of("house-number.jpg"));
 * reading.text();        // "2026", with a line break between lines
 * reading.isSure();      // false if the model is not sure of one of the digits
 * reading.toString();    // "20?26": a question mark behind each digit that is not sure
 * for (RecognizedDigit digit : reading.digits()) {
 *     System.out.println(digit.box() + " " + digit.classification().top(2));
 * }
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param width of the whole picture, upright, that the digits' boxes are in, in pixels
 * @param height of it
 * @param lines from top to bottom, each with its digits from left to right; at least one
 */
public record Reading(int width, int height, List<List<RecognizedDigit>> lines) {

    /**
     * Copies the lists, and checks that there is a digit.
     *
     * @param width of the whole picture, upright, that the digits' boxes are in, in pixels
     * @param height of it
     * @param lines from top to bottom, each with its digits from left to right; at least one
     * @throws IllegalArgumentException if there is no line, or one without digits; or if width or height is not positive
     */
    public Reading {
        Bounds.requireWithin("width", width, 1, Integer.MAX_VALUE);
        Bounds.requireWithin("height", height, 1, Integer.MAX_VALUE);
        lines = Bounds.copyOf("lines", lines).stream()
                .map(line -> Bounds.copyOf("a line of lines", line))
                .toList();
        if (lines.isEmpty() || lines.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "lines is %s; a reading needs at least one line, and each line at least one digit"
                            .formatted(lines));
        }
    }

    /**
     * All digits in one list.
     *
     * @return line by line
     */
    public List<RecognizedDigit> digits() {
        return lines.stream().flatMap(List::stream).toList();
    }

    /**
     * What is written.
     *
     * @return the names of the classes, such as {@code 2026}, with a line break between lines; where a name has more than one
     *     character, with a space between names, such as {@code ankle boot shirt}
     */
    public String text() {
        return text(Classification::className);
    }

    private String text(Function<Classification, String> ofDigit) {
        boolean characters = digits().stream()
                .allMatch(digit -> digit.classification().className().length() == 1);
        return lines.stream()
                .map(line -> line.stream()
                        .map(digit -> ofDigit.apply(digit.classification()))
                        .collect(Collectors.joining(characters ? "" : " ")))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Whether to rely on it.
     *
     * @return true if all its digits are {@linkplain RecognizedDigit#isSure sure}
     */
    public boolean isSure() {
        return digits().stream().allMatch(RecognizedDigit::isSure);
    }

    /**
     * What is written, and which of it is uncertain.
     *
     * @return as {@link #text}, with a question mark behind each digit that is not sure, such as {@code 20?26}
     */
    @Override
    public String toString() {
        return text(digit -> digit.className() + (digit.isSure() ? "" : "?"));
    }
}
