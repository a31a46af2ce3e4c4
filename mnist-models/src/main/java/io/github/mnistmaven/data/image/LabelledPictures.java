package io.github.mnistmaven.data.image;

import io.github.mnistmaven.data.DigitFormatException;
import io.github.mnistmaven.data.DigitSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Files with a picture of one digit each, of which it is known what they show.
 *
 * @param root what messages say that they are in
 * @param pictures the files
 */
record LabelledPictures(Path root, List<Picture> pictures) {

    private static final int LISTED = 20;

    /** A file and the class that it shows. */
    record Picture(Path file, byte label) {}

    /** What became of a picture: its pixels, or why there are none. */
    private record Reading(Picture picture, byte[] pixels, Optional<UnreadablePictureException> failure) {

        static Reading of(Picture picture) {
            try {
                return new Reading(
                        picture, DigitPicture.read(picture.file).single().pixels(), Optional.empty());
            } catch (UnreadablePictureException e) {
                // Where memory is short, the picture may be sound.
                if (e.getCause() instanceof OutOfMemoryError) {
                    throw e;
                }
                return new Reading(picture, new byte[0], Optional.of(e));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads them, on all cores.
     *
     * @param skipping is told of those that cannot be read; if there is nobody to tell, they are a failure
     * @throws DigitFormatException if none can be read, or some cannot and nobody is told
     */
    DigitSet read(Optional<BiConsumer<Path, UnreadablePictureException>> skipping) throws IOException {
        List<Reading> readings = readings();
        List<Reading> unreadable =
                readings.stream().filter(it -> it.failure.isPresent()).toList();
        if (!unreadable.isEmpty() && skipping.isEmpty()) {
            throw unreadable(unreadable);
        }
        unreadable.forEach(it -> skipping.orElseThrow().accept(it.picture.file, it.failure.orElseThrow()));
        if (unreadable.size() == readings.size()) {
            throw new DigitFormatException(
                    "%s holds no picture of a digit in its folders, of %d files; expected at least one"
                            .formatted(root, readings.size()));
        }
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        for (Reading reading : readings) {
            if (reading.failure.isEmpty()) {
                pixels.writeBytes(reading.pixels);
                labels.write(reading.picture.label);
            }
        }
        return DigitSet.of(pixels.toByteArray(), labels.toByteArray());
    }

    private List<Reading> readings() throws IOException {
        try {
            return pictures.parallelStream().map(Reading::of).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private DigitFormatException unreadable(List<Reading> unreadable) {
        String listed = unreadable.stream()
                .limit(LISTED)
                .map(it -> "\n  " + it.failure.orElseThrow().getMessage())
                .collect(Collectors.joining());
        String more = unreadable.size() > LISTED ? "\n  and %d more".formatted(unreadable.size() - LISTED) : "";
        return new DigitFormatException(
                "%d of %d pictures in %s cannot be read; mend or remove them, or leave them out by skipUnreadable:%s%s"
                        .formatted(unreadable.size(), pictures.size(), root, listed, more),
                unreadable.get(0).failure.orElseThrow());
    }
}
