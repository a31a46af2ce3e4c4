package io.github.mnistmaven.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Four IDX files.
 *
 * @param names under which they were published
 * @param files training images, training labels, test images, test labels
 */
record IdxLayout(IdxNames names, List<Path> files) implements Layout {

    @Override
    public List<Path> trainingFiles() {
        return files.subList(0, 2);
    }

    @Override
    public Optional<String> description() {
        return names.description();
    }

    @Override
    public DigitSet training() throws IOException {
        return Idx.read(files.get(0), files.get(1), names.transposed());
    }

    @Override
    public DigitSet test() throws IOException {
        return Idx.read(files.get(2), files.get(3), names.transposed());
    }
}
