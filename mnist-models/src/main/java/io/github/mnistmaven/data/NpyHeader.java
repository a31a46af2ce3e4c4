package io.github.mnistmaven.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code .npy} array says of itself. Source: NumPy, "NPY format", versions 1.0 to 3.0.
 *
 * @param bytes of the header, after which the values begin
 * @param type of a value: {@code i} or {@code u}
 * @param valueBytes 1, 2, 4 or 8
 * @param order of the bytes of a value
 * @param rowMajor whether the last index changes fastest
 * @param shape at least one dimension
 */
record NpyHeader(int bytes, char type, int valueBytes, ByteOrder order, boolean rowMajor, List<Long> shape) {

    private static final byte[] MAGIC = "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LONGEST = 10_000;
    private static final Pattern TYPE = Pattern.compile("'descr': *'([<>|=]?)([a-zA-Z])(\\d{1,3})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]{0,100})\\)");

    /**
     * Reads the header of an array.
     *
     * @param in its bytes, from the first
     * @param wrong makes an exception of a reason
     */
    static NpyHeader read(InputStream in, Function<String, DigitFormatException> wrong) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
            throw wrong.apply("it is not a NumPy array");
        }
        int lengthBytes = start[MAGIC.length] == 1 ? Short.BYTES : Integer.BYTES;
        byte[] length = in.readNBytes(lengthBytes);
        if (length.length < lengthBytes) {
            throw wrong.apply("it is cut short");
        }
        long textBytes = number(length, 0, lengthBytes, ByteOrder.LITTLE_ENDIAN, false);
        if (textBytes < 0 || textBytes > LONGEST) {
            throw wrong.apply("its header has %d bytes; expected at most %d".formatted(textBytes, LONGEST));
        }
        String text = new String(in.readNBytes((int) textBytes), StandardCharsets.ISO_8859_1);
        if (text.length() < textBytes) {
            throw wrong.apply("it is cut short");
        }
        return parsed(start.length + lengthBytes + text.length(), text, wrong);
    }

    private static NpyHeader parsed(int bytes, String text, Function<String, DigitFormatException> wrong)
            throws DigitFormatException {
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find() || !order.find() || !shape.find()) {
            throw wrong.apply("its header does not say its type, order and shape");
        }
        int valueBytes = Integer.parseInt(type.group(3));
        if (!List.of(1, 2, 4, 8).contains(valueBytes) || !type.group(2).matches("[iu]")) {
            throw wrong.apply(
                    "its values are of type '%s%d'; expected integers, such as 'u1'; convert it with astype('uint8')"
                            .formatted(type.group(2), valueBytes));
        }
        List<Long> dimensions = new ArrayList<>();
        for (String dimension : shape.group(1).split(",")) {
            if (!dimension.isBlank()) {
                String digits = dimension.strip();
                if (!digits.matches("\\d{1,12}")) {
                    throw wrong.apply("its shape is (%s)".formatted(shape.group(1)));
                }
                dimensions.add(Long.parseLong(digits));
            }
        }
        ByteOrder bytesOrder = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyHeader(
                bytes,
                type.group(2).charAt(0),
                valueBytes,
                bytesOrder,
                order.group(1).equals("False"),
                List.copyOf(dimensions));
    }

    /**
     * How many elements there are.
     *
     * @param element the dimensions of one
     * @param most how many there may be
     * @param wrong makes an exception of a reason
     */
    int requireElements(List<Integer> element, int most, Function<String, DigitFormatException> wrong)
            throws DigitFormatException {
        List<Long> rest = shape.isEmpty() ? List.of() : shape.subList(1, shape.size());
        List<Long> expected = element.stream().map(Integer::longValue).toList();
        long flat = expected.stream().reduce(1L, (a, b) -> a * b);
        boolean fits = !shape.isEmpty()
                && (withoutOnes(rest).equals(expected) || !expected.isEmpty() && rest.equals(List.of(flat)));
        if (!fits) {
            throw wrong.apply("its shape is %s; expected %s".formatted(shown(shape), shown(expected, "N")));
        }
        if (!rowMajor && shape.stream().filter(size -> size != 1).count() > 1) {
            throw wrong.apply(
                    "it is stored in Fortran order; convert it with numpy.ascontiguousarray and save it again");
        }
        long count = shape.get(0);
        if (count < 1 || count > most) {
            throw wrong.apply("it has %d elements; expected 1 to %d".formatted(count, most));
        }
        return (int) count;
    }

    /** A channel, or a column of labels, adds nothing. */
    private static List<Long> withoutOnes(List<Long> dimensions) {
        return dimensions.stream().filter(size -> size != 1).toList();
    }

    private static String shown(List<Long> dimensions) {
        return dimensions.toString().replace('[', '(').replace(']', ')');
    }

    private static String shown(List<Long> dimensions, String first) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(dimensions);
        return all.toString().replace('[', '(').replace(']', ')');
    }

    /** The value of an index in a buffer; those above the largest {@code long} are negative. */
    long value(byte[] buffer, int index) {
        return number(buffer, index * valueBytes, valueBytes, order, type == 'i');
    }

    private static long number(byte[] buffer, int start, int bytes, ByteOrder order, boolean signed) {
        ByteBuffer at = ByteBuffer.wrap(buffer, start, bytes).order(order);
        return switch (bytes) {
            case 1 -> signed ? at.get() : Byte.toUnsignedLong(at.get());
            case 2 -> signed ? at.getShort() : Short.toUnsignedLong(at.getShort());
            case 4 -> signed ? at.getInt() : Integer.toUnsignedLong(at.getInt());
            default -> at.getLong();
        };
    }
}
