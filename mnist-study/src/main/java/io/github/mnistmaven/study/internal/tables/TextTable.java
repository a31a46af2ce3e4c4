package io.github.mnistmaven.study.internal.tables;

import java.util.List;
import java.util.stream.IntStream;

/** Rows of text in columns: names to the left, numbers to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private TextTable() {}

    /** The lines of a table. Where they would be wider than allowed, the names in the first column are cut. */
    static List<String> lines(List<List<String>> rows, int maxWidth) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        int spare = maxWidth - IntStream.of(widths).sum() - GAP.length() * (widths.length - 1);
        widths[0] += Math.min(0, spare);
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(pad(shortened(cells.get(0), widths[0]), -widths[0]));
        for (int column = 1; column < widths.length; column++) {
            line.append(GAP).append(pad(cells.get(column), widths[column]));
        }
        return line.toString();
    }

    private static String pad(String text, int width) {
        return String.format("%" + width + "s", text);
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 3) + "...";
    }
}
