package io.github.mnistmaven.plugin.it;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data directory like that of MNIST, with other digits in it. */
final class IdxFiles {

    private IdxFiles() {}

    /** Writes the four files; gives the directory. */
    static Path write(Path directory, int training, int test) {
        EmbeddedDigits digits = new EmbeddedDigits(5, training, test);
        try {
            Files.createDirectories(directory);
            write(digits.training(), directory, "train");
            write(digits.test(), directory, "t10k");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    private static void write(DigitSet digits, Path directory, String use) throws IOException {
        ByteBuffer images = ByteBuffer.allocate(16 + digits.size() * DigitSet.PIXELS);
        images.putInt(0x803).putInt(digits.size()).putInt(DigitSet.ROWS).putInt(DigitSet.COLUMNS);
        ByteBuffer labels = ByteBuffer.allocate(8 + digits.size());
        labels.putInt(0x801).putInt(digits.size());
        for (int i = 0; i < digits.size(); i++) {
            images.put(digits.image(i));
            labels.put((byte) digits.label(i));
        }
        Files.write(directory.resolve(use + "-images-idx3-ubyte"), images.array());
        Files.write(directory.resolve(use + "-labels-idx1-ubyte"), labels.array());
    }
}
