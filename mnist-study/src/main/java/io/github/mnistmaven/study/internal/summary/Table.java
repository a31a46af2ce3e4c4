package io.github.mnistmaven.study.internal.summary;

import java.util.List;

/**
 * A table with a header.
 *
 * @param columns from left to right
 * @param rows each with a text for each column
 * @param note what is said below it; empty for nothing
 */
public record Table(List<Column> columns, List<List<String>> rows, String note) {

    /**
     * Takes copies; checks that no cell is missing.
     *
     * @param columns from left to right
     * @param rows each with a text for each column
     * @param note what is said below it; empty for nothing
     */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has %s cells, but there are %s columns".formatted(row.size(), columns.size()));
            }
        }
    }

    /** The table with its first rows alone; what is left out is said below it. */
    static Table limited(List<Column> columns, List<List<String>> rows, int max, String noun) {
        int more = rows.size() - max;
        return more <= 0
                ? new Table(columns, rows, "")
                : new Table(columns, rows.subList(0, max), "%s more %s%s.".formatted(more, noun, more == 1 ? "" : "s"));
    }

    /**
     * A column.
     *
     * @param title its header
     * @param kind what its cells hold
     */
    public record Column(String title, Kind kind) {

        static Column name(String title) {
            return new Column(title, Kind.NAME);
        }

        static Column text(String title) {
            return new Column(title, Kind.TEXT);
        }

        static Column number(String title) {
            return new Column(title, Kind.NUMBER);
        }
    }

    /** What the cells of a column hold. */
    public enum Kind {
        /** What people or programs called something; it may come from elsewhere, and be anything. */
        NAME,
        /** Words of this library. */
        TEXT,
        /** Numbers, aligned to the right. */
        NUMBER
    }
}
