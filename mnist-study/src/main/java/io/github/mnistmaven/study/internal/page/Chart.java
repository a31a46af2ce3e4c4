package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.svg.Colour;
import java.util.List;
import java.util.stream.Stream;

/**
 * A figure with its numbers.
 *
 * @param title what it shows; of each figure on a page another one
 * @param svg an {@code svg} element
 * @param legend which colour is whose; empty if there is nothing to tell
 * @param notes how to read it, a paragraph each
 * @param numbers the same as a table
 */
record Chart(String title, String svg, List<LegendEntry> legend, List<String> notes, List<Table> numbers) {

    /**
     * A line of a legend.
     *
     * @param chip the class of the colour
     * @param text whose it is
     */
    record LegendEntry(String chip, String text) {

        static LegendEntry of(Colour colour, String text) {
            return new LegendEntry(colour.cssClass(), text);
        }
    }

    static Chart of(String title, String svg, Table numbers, String... notes) {
        return new Chart(title, svg, List.of(), List.of(notes), List.of(numbers));
    }

    Chart with(List<LegendEntry> entries, List<String> moreNotes) {
        return new Chart(
                title,
                svg,
                entries,
                Stream.concat(notes.stream(), moreNotes.stream()).toList(),
                numbers);
    }
}
