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
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Digits as rows of comma-separated numbers: a label of 0 to 9, then 784 pixels of 0 to 255. A first row that begins with a
 * name is a header.
 *
 * <pre>{@code
 * DigitSet labelled = DigitCsv.read(Path.of("train.csv"));
 * List<byte[]> images = DigitCsv.readImages(Path.of("test.csv")); // Kaggle's, without labels
 * List<Classification> answers = model.classify(images);
 * }</pre>
 */
public final class DigitCsv {

    private static final int LONGEST_HEADER = 1 << 16;
    private static final int LARGEST_PIXEL = 255;
    private static final int END = -1;

    private final Path file;
    private final InputStream in;
    private final boolean labelled;
    private final int columns;
    private long line = 1;
    private int column;
    private int next;

    private DigitCsv(Path file, InputStream in, boolean labelled) throws IOException {
        this.file = file;
        this.in = in;
        this.labelled = labelled;
        this.columns = (labelled ? 1 : 0) + DigitSet.PIXELS;
        this.next = in.read();
    }

    /**
     * Reads a digit set. Rows that are not like the others, and numbers that are out of range, are refused.
     *
     * @param file with a label and 784 pixels in each row
     * @return the set, in the order of the rows
     * @throws DigitFormatException if it is anything else; the message names file, line and column
     * @throws IOException if it is missing or cannot be read
     */
    public static DigitSet read(Path file) throws IOException {
        return read(file, false);
    }

    /**
     * Reads images that nobody has labelled, to be classified. If there are labels, they are left out.
     *
     * @param file with 784 pixels in each row, or a label before them
     * @return 784 bytes each, in the order of the rows
     * @throws DigitFormatException if it is anything else; the message names file, line and column
     * @throws IOException if it is missing or cannot be read
     */
    public static List<byte[]> readImages(Path file) throws IOException {
        Objects.requireNonNull(file, "file is null");
        try (InputStream in = new BufferedInputStream(ReadableFile.open(file), 1 << 16)) {
            return UnlabelledImages.of(new DigitCsv(file, in, hasLabels(file)).rows(Files.size(file)).pixels);
        }
    }

    /** As {@link #read(Path)}; if they are stored column by column, images are turned upright. */
    static DigitSet read(Path file, boolean transposed) throws IOException {
        Objects.requireNonNull(file, "file is null");
        try (InputStream in = new BufferedInputStream(ReadableFile.open(file), 1 << 16)) {
            Rows rows = new DigitCsv(file, in, true).rows(Files.size(file));
            if (transposed) {
                Transposition.apply(rows.pixels);
            }
            return DigitSet.owning(rows.pixels, rows.labels);
        }
    }

    /** All rows; labels are 0 if there are none. */
    private record Rows(byte[] pixels, byte[] labels) {}

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

    private Rows rows(long bytes) throws IOException {
        skipHeader();
        // A digit and a separator for each column.
        int shortestRow = 2 * columns - 1;
        int most = (int) Math.min(DigitSet.MAX_SIZE, bytes / shortestRow + 1);
        byte[] pixels = new byte[most * DigitSet.PIXELS];
        byte[] labels = new byte[most];
        int rows = 0;
        while (next != END) {
            if (rows == most) {
                throw new DigitFormatException("%s has more than %d rows; split it".formatted(file, most));
            }
            if (labelled) {
                labels[rows] = (byte) number("label", DigitSet.CLASSES - 1);
            }
            for (int pixel = 0; pixel < DigitSet.PIXELS; pixel++) {
                if (column > 0) {
                    comma(column);
                }
                pixels[rows * DigitSet.PIXELS + pixel] = (byte) number("pixel", LARGEST_PIXEL);
            }
            endOfRow();
            rows++;
        }
        if (rows == 0) {
            throw new DigitFormatException("%s has no rows of digits; fetch it again".formatted(file));
        }
        return new Rows(Arrays.copyOf(pixels, rows * DigitSet.PIXELS), Arrays.copyOf(labels, rows));
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
        if (labelled && names.length == DigitSet.PIXELS) {
            throw new DigitFormatException(
                    "%s has no labels: its header names %d columns; expected %s; name a file with labels"
                            .formatted(file, names.length, expected()));
        }
        if (names.length != columns || !names[0].matches("\\W*[a-zA-Z]\\w*\\W*")) {
            throw notDigits(header);
        }
        if (labelled && names[0].toLowerCase(Locale.ROOT).contains("pixel")) {
            throw new DigitFormatException(
                    "the first column of %s is '%s'; expected the label: move the column with the labels to the front"
                            .formatted(file, PrintableText.abbreviated(names[0])));
        }
        read();
        line++;
    }

    private String expected() {
        return labelled
                ? "%d, a label and %d pixels".formatted(columns, DigitSet.PIXELS)
                : "%d, the pixels of an image".formatted(columns);
    }

    private DigitFormatException notDigits(CharSequence header) {
        return new DigitFormatException(
                "%s is not a table of digits: it begins with '%s'; expected rows of %d pixels from 0 to 255, behind a label from 0 to 9 where it has labels, separated by commas"
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
        return new DigitFormatException("%s, line %d, column %d: the %s is %s; expected a whole number from 0 to %d"
                .formatted(file, line, column, what, found, largest));
    }

    private void comma(int before) throws IOException {
        if (next == ',') {
            read();
            return;
        }
        if (next == END || next == '\n' || next == '\r') {
            throw new DigitFormatException(
                    "%s, line %d: there are %d columns; expected %s".formatted(file, line, before, expected()));
        }
        throw unexpected();
    }

    private void endOfRow() throws IOException {
        if (next == ',') {
            throw new DigitFormatException("%s, line %d: there are more than %d columns; expected %s"
                    .formatted(file, line, columns, expected()));
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
        return new DigitFormatException("%s, line %d, column %d: there is '%s' after the number; expected a comma"
                .formatted(file, line, column, printable(next)));
    }

    private static String printable(int character) {
        return PrintableText.abbreviated(Character.toString(character));
    }
}
