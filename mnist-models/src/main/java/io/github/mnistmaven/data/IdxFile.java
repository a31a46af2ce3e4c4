package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.Counted;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An IDX file whose header is right and agrees with the length of its content. */
final class IdxFile {

    /** A larger read would make the JDK hold all of it a second time, outside the heap. */
    private static final int MOST_AT_ONCE = 1 << 20;

    private final Path path;
    private final IdxKind kind;
    private final StoredContent content;
    private final int count;

    private IdxFile(Path path, IdxKind kind, StoredContent content, int count) {
        this.path = path;
        this.kind = kind;
        this.content = content;
        this.count = count;
    }

    /**
     * Reads the header and checks it; what follows it is not held.
     *
     * @param kinds of which it may be
     * @throws DigitFormatException if the file is of none of them, or longer or shorter than its header says
     */
    static IdxFile open(Path path, IdxKind... kinds) throws IOException {
        StoredContent content = StoredContent.of(path);
        ByteBuffer header;
        try (InputStream in = content.open()) {
            header = ByteBuffer.wrap(in.readNBytes(ContentKind.BYTES));
        }
        IdxKind kind = requireMagic(path, kinds, header, content);
        requireDimensions(path, kind, header);
        long count = Integer.toUnsignedLong(header.getInt(Integer.BYTES));
        requireLength(path, kind, count, content);
        return new IdxFile(path, kind, content, (int) count);
    }

    /** The number of images or labels, at least 1. */
    int count() {
        return count;
    }

    /**
     * What the images show, in an array of the caller's own.
     *
     * @return a byte for each label
     * @throws DigitFormatException if one of them is not 0 to 9
     */
    byte[] classes() throws IOException {
        byte[] elements = elements();
        byte[] classes = new byte[count];
        for (int i = 0; i < count; i++) {
            int label = kind == IdxKind.LABELS
                    ? Byte.toUnsignedInt(elements[i])
                    : ByteBuffer.wrap(elements).getInt(i * kind.elementBytes());
            if (label < 0 || label >= DigitSet.CLASSES) {
                throw new DigitFormatException(
                        "%s: label %d (counted from 0) is %d; expected 0 to 9; name a file of digits or fetch it again"
                                .formatted(path, i, label));
            }
            classes[i] = (byte) label;
        }
        return classes;
    }

    /** All images or labels: {@link #count} times the bytes of one, in an array of the caller's own. */
    byte[] elements() throws IOException {
        byte[] elements = new byte[count * kind.elementBytes()];
        try (InputStream in = content.open()) {
            in.readNBytes(kind.headerBytes());
            int position = 0;
            while (position < elements.length) {
                int read = in.read(elements, position, Math.min(MOST_AT_ONCE, elements.length - position));
                if (read < 0) {
                    throw wrongLength(path, kind, count, (long) kind.headerBytes() + position);
                }
                position += read;
            }
            // Gzip may hold more than it says; and only its end tells whether its checksum is right.
            long more = in.transferTo(OutputStream.nullOutputStream());
            if (more > 0) {
                throw wrongLength(path, kind, count, (long) kind.headerBytes() + position + more);
            }
        }
        return elements;
    }

    private static IdxKind requireMagic(Path path, IdxKind[] kinds, ByteBuffer header, StoredContent content)
            throws DigitFormatException {
        Optional<IdxKind> found = header.limit() < Integer.BYTES
                ? Optional.of(kinds[0])
                : Arrays.stream(kinds)
                        .filter(kind -> kind.magic() == header.getInt(0))
                        .findFirst();
        IdxKind kind = found.orElseThrow(() -> otherContent(path, kinds[0], header, content));
        if (header.limit() < kind.headerBytes()) {
            throw new DigitFormatException(
                    "%s is cut short: it holds %d bytes, and its header alone takes %d; fetch it again"
                            .formatted(path, header.limit(), kind.headerBytes()));
        }
        return kind;
    }

    private static DigitFormatException otherContent(
            Path path, IdxKind kind, ByteBuffer header, StoredContent content) {
        ContentKind found = ContentKind.of(header.array())
                .orElse(new ContentKind("something else", "name another file or fetch it again"));
        Optional<IdxKind> other = IdxKind.withMagic(header.getInt(0));
        String advice = other.isPresent()
                ? "that is a file of %s; perhaps the two were swapped"
                        .formatted(other.get().elements())
                : found.advice();
        return new DigitFormatException("%s is not an IDX file of %s, but %s: it begins with %s; expected %s; %s"
                .formatted(
                        path,
                        kind.elements(),
                        content.described(found.what()),
                        hexadecimal(header.getInt(0)),
                        hexadecimal(kind.magic()),
                        advice));
    }

    private static String hexadecimal(int bytes) {
        return HexFormat.ofDelimiter(" ")
                .formatHex(ByteBuffer.allocate(Integer.BYTES).putInt(bytes).array());
    }

    private static void requireDimensions(Path path, IdxKind kind, ByteBuffer header) throws DigitFormatException {
        List<Long> dimensions = IntStream.range(0, kind.dimensions().size())
                .mapToObj(i -> Integer.toUnsignedLong(header.getInt(Integer.BYTES * (2 + i))))
                .toList();
        List<Long> expected = kind.dimensions().stream().map(Integer::longValue).toList();
        if (!dimensions.equals(expected)) {
            throw new DigitFormatException("%s holds %s of %s %s; only %s can be read"
                    .formatted(path, kind.elements(), product(dimensions), kind.parts(), product(expected)));
        }
    }

    private static String product(List<Long> factors) {
        return factors.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    private static void requireLength(Path path, IdxKind kind, long count, StoredContent content) throws IOException {
        if (count == 0) {
            throw new DigitFormatException("%s holds no %s; fetch it again".formatted(path, kind.elements()));
        }
        long expected = kind.headerBytes() + count * kind.elementBytes();
        long found = content.length(expected);
        if (found != expected) {
            throw wrongLength(path, kind, count, found);
        }
        long most = DigitSet.MAX_SIZE;
        if (count > most) {
            throw new DigitFormatException(
                    "%s holds %d %s; at most %d can be read: split it".formatted(path, count, kind.elements(), most));
        }
    }

    private static DigitFormatException wrongLength(Path path, IdxKind kind, long count, long found) {
        long expected = kind.headerBytes() + count * kind.elementBytes();
        String what = found < expected
                ? "is cut short: %s missing".formatted(Counted.of(expected - found, "byte is", "bytes are"))
                : "is too long: %s the last of its %s"
                        .formatted(Counted.of(found - expected, "byte follows", "bytes follow"), kind.elements());
        return new DigitFormatException("%s %s; a file of %s takes %d bytes, and it holds %d; fetch it again"
                .formatted(path, what, Counted.of(count, kind.element()), expected, found));
    }
}
