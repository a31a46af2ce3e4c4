package io.github.mnistmaven.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** The real MNIST for tests, where the system property {@code mnist.test.data} names a directory that holds it. */
public final class RealMnist {

    private RealMnist() {}

    /** Skips the test where it is not given. */
    public static Path directory() {
        String directory = System.getProperty("mnist.test.data", "");
        assumeTrue(!directory.isBlank(), "the real MNIST is not here: -Dmnist.test.data=<directory> names it");
        return Path.of(directory);
    }
}
