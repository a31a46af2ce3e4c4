package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.Counted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a label and 784 pixels.
 *
 * @param trainingFile has labels
 * @param testFile has labels as well; without it, the test digits are the last sixth of the rows of the other, the
 *     proportion of MNIST
 * @param transposed whether images are stored column by column
 */
record CsvLayout(Path trainingFile, Optional<Path> testFile, boolean transposed) implements Layout {

    private static final int PARTS = 6;

    /** A test file without labels, as in Kaggle's competition, cannot say how accurate a model is. */
    static CsvLayout of(Path trainingFile, Optional<Path> testFile, boolean transposed) throws IOException {
        return new CsvLayout(
                trainingFile,
                testFile.isPresent() && DigitCsv.hasLabels(testFile.get()) ? testFile : Optional.empty(),
                transposed);
    }

    @Override
    public List<Path> trainingFiles() {
        return List.of(trainingFile);
    }

    @Override
    public boolean holdsOutTestDigits() {
        return testFile.isEmpty();
    }

    @Override
    public Optional<String> description() {
        String name = trainingFile.getFileName().toString();
        return Optional.of(testFile.map(test -> name + " and " + test.getFileName())
                .orElse(name + ", whose last sixth is the test digits"));
    }

    @Override
    public DigitSet training() throws IOException {
        DigitSet all = DigitCsv.read(trainingFile, transposed);
        return testFile.isPresent() ? all : all.slice(0, trainingRows(all));
    }

    @Override
    public DigitSet test() throws IOException {
        if (testFile.isPresent()) {
            return DigitCsv.read(testFile.get(), transposed);
        }
        DigitSet all = DigitCsv.read(trainingFile, transposed);
        return all.slice(trainingRows(all), all.size());
    }

    private int trainingRows(DigitSet all) throws DigitFormatException {
        if (all.size() < PARTS) {
            throw new DigitFormatException(
                    "%s has %s; its last sixth is the test digits, so it must have at least %d: add a file of test digits with labels"
                            .formatted(trainingFile, Counted.of(all.size(), "row"), PARTS));
        }
        return all.size() - all.size() / PARTS;
    }
}
