package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.internal.files.ReadableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Digits as rows of comma-separated numbers: a label of 0 to 9, then 784 pixels of 0 to 255. A first row that begins with a
 * name is a header.
 */
final class DigitCsv {

    private static final int COLUMNS = 1 + DigitSet.PIXELS;

    /** A digit and a separator for each column. */
    private static final int SHORTEST_ROW = 2 * COLUMNS - 1;

    private static final int LONGEST_HEADER = 1 << 16;
    private static final int LARGEST_PIXEL = 255;
    private static final int END = -1;

    private final Path file;
    private final InputStream in;
    private long line = 1;
    private int column;
    private int next;

    private DigitCsv(Path file, InputStream in) throws IOException {
        this.file = file;
        this.in = in;
        this.next = in.read();
    }

    /**
     * Reads all rows. Rows that are not like the others, and numbers that are out of range, are refused.
     *
     * @param transposed whether images are stored column by column; they are turned upright
     * @throws DigitFormatException if it is anything else; the message names file, line and column
     */
    static DigitSet read(Path file, boolean transposed) throws IOException {
        try (InputStream in = new BufferedInputStream(ReadableFile.open(file), 1 << 16)) {
            return new DigitCsv(file, in).rows(Files.size(file), transposed);
        }
    }

    /** Whether the rows of a file begin with a label, by the number of their columns. */
    static boolean hasLabels(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(ReadableFile.open(file))) {
            return firstLine(in).split(",", -1).length != DigitSet.PIXELS;
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        byte[] start = in.readNBytes(LONGEST_HEADER);
        int length = 0;
        while (length < start.length && start[length] != '\n') {
            length++;
        }
        return new String(start, 0, length, StandardCharsets.UTF_8);
    }

    private DigitSet rows(long bytes, boolean transposed) throws IOException {
        skipHeader();
        int most = (int) Math.min(DigitSet.MAX_SIZE, bytes / SHORTEST_ROW + 1);
        byte[] pixels = new byte[most * DigitSet.PIXELS];
        byte[] labels = new byte[most];
        int rows = 0;
        while (next != END) {
            if (rows == most) {
                throw new DigitFormatException("%s has more than %d rows; split it".formatted(file, most));
            }
            labels[rows] = (byte) number("label", DigitSet.CLASSES - 1);
            for (int pixel = 0; pixel < DigitSet.PIXELS; pixel++) {
                comma(pixel + 1);
                pixels[rows * DigitSet.PIXELS + pixel] = (byte) number("pixel", LARGEST_PIXEL);
            }
            endOfRow();
            rows++;
        }
        if (rows == 0) {
            throw new DigitFormatException("%s holds no row of digits; fetch it again".formatted(file));
        }
        byte[] read = Arrays.copyOf(pixels, rows * DigitSet.PIXELS);
        if (transposed) {
            Transposition.apply(read);
        }
        return DigitSet.owning(read, rows == most ? labels : Arrays.copyOf(labels, rows));
    }

    private void skipHeader() throws IOException {
        if (next == END || next >= '0' && next <= '9') {
            return;
        }
        StringBuilder header = new StringBuilder();
        while (next != END && next != '\n') {
            header.append((char) next);
            if (header.length() > LONGEST_HEADER) {
                throw notDigits(header);
            }
            next = in.read();
        }
        String[] names = header.toString().split(",", -1);
        int columns = names.length;
        if (columns == DigitSet.PIXELS) {
            throw new DigitFormatException(
                    "%s has no labels: its header names %d columns, expected are %d, a label and %d pixels; name a file with labels"
                            .formatted(file, columns, COLUMNS, DigitSet.PIXELS));
        }
        if (columns != COLUMNS || !names[0].matches("\\W*[a-zA-Z]\\w*\\W*")) {
            throw notDigits(header);
        }
        if (names[0].toLowerCase(Locale.ROOT).contains("pixel")) {
            throw new DigitFormatException(
                    "%s has '%s' as its first column, expected is the label; move the column with the labels to the front"
                            .formatted(file, PrintableText.abbreviated(names[0])));
        }
        read();
        line++;
    }

    private DigitFormatException notDigits(CharSequence header) {
        return new DigitFormatException(
                "%s is not a table of digits: it begins with '%s'; expected are rows of a label of 0 to 9 and %d pixels of 0 to 255, separated by commas"
                        .formatted(file, PrintableText.abbreviated(header.toString()), DigitSet.PIXELS));
    }

    private void read() throws IOException {
        next = in.read();
    }

    private int number(String what, int largest) throws IOException {
        column++;
        int number = 0;
        int digits = 0;
        while (next >= '0' && next <= '9' && digits < 4) {
            number = 10 * number + (next - '0');
            digits++;
            read();
        }
        if (digits == 0) {
            throw wrong(what, next == END ? "missing" : "'%s'".formatted(printable(next)), largest);
        }
        if (number > largest) {
            throw wrong(what, Integer.toString(number), largest);
        }
        return number;
    }

    private DigitFormatException wrong(String what, String found, int largest) {
        return new DigitFormatException("%s, line %d, column %d: the %s is %s, expected is a whole number from 0 to %d"
                .formatted(file, line, column, what, found, largest));
    }

    private void comma(int before) throws IOException {
        if (next == ',') {
            read();
            return;
        }
        if (next == END || next == '\n' || next == '\r') {
            throw new DigitFormatException("%s, line %d: there are %d columns, expected are %d, a label and %d pixels"
                    .formatted(file, line, before, COLUMNS, DigitSet.PIXELS));
        }
        throw unexpected();
    }

    private void endOfRow() throws IOException {
        if (next == ',') {
            throw new DigitFormatException(
                    "%s, line %d: there are more than %d columns, expected are a label and %d pixels"
                            .formatted(file, line, COLUMNS, DigitSet.PIXELS));
        }
        if (next == '\r') {
            read();
        }
        if (next != END && next != '\n') {
            throw unexpected();
        }
        read();
        line++;
        column = 0;
    }

    private DigitFormatException unexpected() {
        return new DigitFormatException("%s, line %d, column %d: there is '%s' after the number, expected is a comma"
                .formatted(file, line, column, printable(next)));
    }

    private static String printable(int character) {
        return PrintableText.abbreviated(Character.toString(character));
    }
}
