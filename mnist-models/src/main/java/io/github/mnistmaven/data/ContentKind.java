package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.PrintableText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is instead of what it should be, by how it begins.
 *
 * @param what such as {@code a web page}
 * @param advice what to do about it
 */
record ContentKind(String what, String advice) {

    /** How many bytes are looked at. */
    static final int BYTES = 64;

    private static final String UNPACK = "unpack it";

    private record Signature(String start, String what, String advice) {}

    /** In Latin 1, a character a byte. */
    private static final List<Signature> SIGNATURES = List.of(
            new Signature("\u001f\u008b", "gzip", "decompress it, for example with gunzip"),
            new Signature("PK\u0003\u0004", "a zip archive", UNPACK),
            new Signature("\u00fd7zXZ", "an xz file", UNPACK),
            new Signature("BZh", "a bzip2 file", UNPACK),
            new Signature("7z\u00bc\u00af", "a 7z archive", UNPACK),
            new Signature("\u0028\u00b5\u002f\u00fd", "a zstd file", UNPACK),
            new Signature(
                    "\u0093NUMPY", "a NumPy array", "name the directory of an .npz file with x_train and y_train"),
            new Signature(
                    "\u0089PNG", "a PNG picture", "name a file of many digits; single pictures are read by mnist:read"),
            new Signature(
                    "version https://git-lfs",
                    "a Git LFS pointer, not the file itself",
                    "fetch the file with: git lfs pull"));

    /**
     * What a file holds.
     *
     * @param start its first bytes, at most {@link #BYTES}
     * @return nothing if it looks like nothing that is known
     */
    static Optional<ContentKind> of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return SIGNATURES.stream()
                .filter(signature -> text.startsWith(signature.start()))
                .map(signature -> new ContentKind(signature.what(), signature.advice()))
                .findFirst()
                .or(() -> otherIdx(start))
                .or(() -> words(text));
    }

    /** Two zeros, the type of the values, and how many dimensions there are. */
    private static Optional<ContentKind> otherIdx(byte[] start) {
        if (start.length < Integer.BYTES || start[0] != 0 || start[1] != 0 || start[3] < 1) {
            return Optional.empty();
        }
        Optional<String> values = Optional.ofNullable(
                switch (start[2]) {
                    case 0x08 -> "unsigned bytes";
                    case 0x09 -> "signed bytes";
                    case 0x0B -> "16-bit integers";
                    case 0x0C -> "32-bit integers";
                    case 0x0D -> "32-bit floats";
                    case 0x0E -> "64-bit floats";
                    default -> null;
                });
        return values.map(type -> new ContentKind(
                "an IDX file of %s in %d %s".formatted(type, start[3], start[3] == 1 ? "dimension" : "dimensions"),
                "name another file"));
    }

    private static Optional<ContentKind> words(String text) {
        if (text.isBlank() || !text.chars().allMatch(each -> each >= ' ' || Character.isWhitespace(each))) {
            return Optional.empty();
        }
        String start = text.strip().lines().findFirst().orElse("").strip();
        String quoted = PrintableText.abbreviated(start.length() > 40 ? start.substring(0, 40) : start);
        String lower = start.toLowerCase(Locale.ROOT);
        boolean page = lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<?xml");
        return Optional.of(new ContentKind(
                page ? "a web page" : "text that begins with '%s'".formatted(quoted),
                "perhaps an error message was saved in its place; fetch it again"));
    }
}
