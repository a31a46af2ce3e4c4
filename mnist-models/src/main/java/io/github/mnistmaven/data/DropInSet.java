package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sets that were published in files of the same names as MNIST's, but show something else than digits. Sources: H. Xiao,
 * K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", 2017; T. Clanuwat
 * et al., "Deep learning for classical Japanese literature", 2018.
 */
enum DropInSet {
    FASHION_MNIST(
            "Fashion-MNIST",
            List.of(
                    "T-shirt",
                    "trouser",
                    "pullover",
                    "dress",
                    "coat",
                    "sandal",
                    "shirt",
                    "sneaker",
                    "bag",
                    "ankle boot"),
            Set.of(
                    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                    "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
            Set.of("fashionmnist", "fashion")),
    KUZUSHIJI_MNIST(
            "Kuzushiji-MNIST",
            List.of("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"),
            Set.of("e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"),
            Set.of("kuzushijimnist", "kmnist"));

    /** No file of training labels of these sets is larger. */
    private static final long LARGEST = 100_000;

    private final String title;
    private final List<String> classNames;
    private final Set<String> labelDigests;
    private final Set<String> names;

    DropInSet(String title, List<String> classNames, Set<String> labelDigests, Set<String> names) {
        this.title = title;
        this.classNames = classNames;
        this.labelDigests = labelDigests;
        this.names = names;
    }

    /**
     * The set that a file belongs to.
     *
     * @param labels the file with the training labels
     */
    static Optional<DropInSet> recognize(Path labels) throws IOException {
        String digest = Files.size(labels) <= LARGEST ? Sha256.of(labels) : "";
        return Arrays.stream(values())
                .filter(set -> set.labelDigests.contains(digest))
                .findFirst()
                .or(() -> Arrays.stream(values())
                        .filter(set -> set.isNamedBy(labels.toAbsolutePath().normalize()))
                        .findFirst());
    }

    /** The directory {@code FashionMNIST}, also with {@code raw} in it, or the file {@code fashion-mnist_train.csv}. */
    private boolean isNamedBy(Path file) {
        Path directory = file.getParent();
        Optional<Path> above = plain(directory).equals("raw") ? Optional.of(directory.getParent()) : Optional.empty();
        return Stream.concat(Stream.of(directory), above.stream())
                        .map(DropInSet::plain)
                        .anyMatch(names::contains)
                || names.stream().anyMatch(plain(file)::startsWith);
    }

    private static String plain(Path path) {
        return path.getFileName() == null
                ? ""
                : path.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    List<String> classNames() {
        return classNames;
    }

    @Override
    public String toString() {
        return title;
    }
}
