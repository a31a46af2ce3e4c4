package io.github.mnistmaven.plugin.it;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.Idx;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data directory like that of MNIST, with other digits in it. */
public final class IdxFiles {

    private IdxFiles() {}

    /** Writes the four files with embedded digits; gives the directory. */
    public static Path write(Path directory, int training, int test) throws IOException {
        EmbeddedDigits digits = new EmbeddedDigits().seed(5).sizes(training, test);
        Files.createDirectories(directory);
        write(digits.training(), directory, "train");
        write(digits.test(), directory, "t10k");
        return directory;
    }

    private static void write(DigitSet digits, Path directory, String use) throws IOException {
        Idx.write(digits, directory.resolve(use + "-images-idx3-ubyte"), directory.resolve(use + "-labels-idx1-ubyte"));
    }
}
