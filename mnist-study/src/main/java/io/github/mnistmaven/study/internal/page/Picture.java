package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.figures.DigitPicture;
import io.github.mnistmaven.study.internal.svg.Colour;
import java.util.List;
import java.util.Optional;

/**
 * A test digit and what is said of it.
 *
 * @param image the address of its picture; empty where there is none
 * @param description of the picture, for those who do not see it
 * @param title what it shows
 * @param lines what is said
 */
record Picture(List<String> image, String description, String title, List<Line> lines) {

    /**
     * One thing that is said.
     *
     * @param chip the class of the colour of whoever says it; empty for none
     * @param text what is said
     */
    record Line(String chip, String text) {

        static Line of(String text) {
            return new Line("", text);
        }

        static Line of(Colour colour, String text) {
            return new Line(colour.cssClass(), text);
        }
    }

    static Picture of(Optional<byte[]> image, String description, String title, List<Line> lines) {
        return new Picture(image.map(DigitPicture::dataUri).stream().toList(), description, title, lines);
    }
}
