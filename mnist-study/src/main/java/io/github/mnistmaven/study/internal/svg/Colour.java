package io.github.mnistmaven.study.internal.svg;

/**
 * The colour of a model or cell on a page. Colours come round again after six, so nothing is told by colour alone.
 *
 * @param number of the model on its page, from 0
 */
public record Colour(int number) {

    private static final int COLOURS = 6;

    /**
     * The class by which the page gives the colour.
     *
     * @return {@code m1} to {@code m6}
     */
    public String cssClass() {
        return "m" + (number % COLOURS + 1);
    }
}
