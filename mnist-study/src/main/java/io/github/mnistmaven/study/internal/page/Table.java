package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.svg.Colour;
import java.util.ArrayList;
import java.util.List;

/**
 * A table whose rows have headers.
 *
 * @param caption what it shows; of each table on a page another one
 * @param classes of the template's style
 * @param columns their headings
 * @param rows as many cells as columns each
 */
record Table(String caption, String classes, List<Column> columns, List<Row> rows) {

    /**
     * The heading of a column.
     *
     * @param text the heading
     * @param classes of the template's style, empty for a column of numbers
     */
    record Column(String text, String classes) {}

    /**
     * A row.
     *
     * @param cells the first is the header of the row
     */
    record Row(List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param text what it says
     * @param header whether it is the header of its row
     * @param classes of the template's style
     * @param chip the class of the colour of a model beside the text; empty for none
     * @param hover what shows when the pointer rests on it; empty for nothing
     */
    record Cell(String text, boolean header, String classes, String chip, String hover) {

        static Cell header(String text) {
            return new Cell(text, true, "", "", "");
        }

        static Cell header(String text, Colour colour) {
            return new Cell(text, true, "", colour.cssClass(), "");
        }

        static Cell value(String text) {
            return new Cell(text, false, "", "", "");
        }

        static Cell words(String text) {
            return new Cell(text, false, "words", "", "");
        }

        Cell with(String moreClasses) {
            return new Cell(text, header, (classes + " " + moreClasses).strip(), chip, hover);
        }

        Cell hover(String sentence) {
            return new Cell(text, header, classes, chip, sentence);
        }
    }

    /**
     * A table of the usual kind, one row a subject.
     *
     * @param caption what it shows
     * @param columns headings; those that begin with {@code <} are of columns of words, the others of numbers
     */
    static Builder of(String caption, String... columns) {
        return new Builder(caption, List.of(columns));
    }

    /** A table in the making. */
    static final class Builder {

        private final String caption;
        private final List<Column> columns;
        private final List<Row> rows = new ArrayList<>();

        private Builder(String caption, List<String> columns) {
            this.caption = caption;
            this.columns = columns.stream().map(Builder::column).toList();
        }

        private static Column column(String text) {
            return text.startsWith("<") ? new Column(text.substring(1), "words") : new Column(text, "");
        }

        Builder row(Cell... cells) {
            rows.add(new Row(List.of(cells)));
            return this;
        }

        /** A header, then numbers. */
        Builder row(Cell header, List<String> numbers) {
            List<Cell> cells = new ArrayList<>(List.of(header));
            numbers.forEach(number -> cells.add(Cell.value(number)));
            rows.add(new Row(cells));
            return this;
        }

        /** As wide as there is room. */
        Table wide() {
            return build("wide");
        }

        /** As wide as it needs to be. */
        Table narrow() {
            return build("");
        }

        Table build(String classes) {
            return new Table(caption, classes, columns, List.copyOf(rows));
        }
    }
}
