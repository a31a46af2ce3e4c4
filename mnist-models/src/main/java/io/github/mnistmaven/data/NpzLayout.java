package io.github.mnistmaven.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One {@code .npz} file with training and test digits, as Keras has it.
 *
 * @param file the archive
 */
record NpzLayout(Path file) implements Layout {

    @Override
    public List<Path> trainingFiles() {
        return List.of(file);
    }

    @Override
    public Optional<String> description() {
        return Optional.of(file.getFileName().toString());
    }

    @Override
    public DigitSet training() throws IOException {
        return Npz.read(file, "x_train", "y_train");
    }

    @Override
    public DigitSet test() throws IOException {
        return Npz.read(file, "x_test", "y_test");
    }
}
