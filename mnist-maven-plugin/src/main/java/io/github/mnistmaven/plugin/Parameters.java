package io.github.mnistmaven.plugin;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.PublishedMnist;
import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.numerics.Cpu;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import io.github.mnistmaven.study.gates.Rule;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From what Maven puts into a goal's fields, where nothing is {@code null}, to checked values. Each refusal names the
 * parameter, its value, what it may be, and both ways to set it.
 */
final class Parameters {

    private Parameters() {}

    static List<String> models(List<String> values) throws UserErrorException {
        List<String> models =
                elements("models", values).stream().map(String::strip).toList();
        if (models.isEmpty()) {
            throw refusal("models", "models is empty; name at least one model, such as cnn");
        }
        Set<String> seen = new HashSet<>();
        for (String model : models) {
            if (!Bounds.isName(model)) {
                throw refusal(
                        "models",
                        "models has '%s'; a name consists of lower-case letters, digits and hyphens".formatted(model));
            }
            if (!seen.add(model)) {
                throw refusal("models", "models lists '%s' twice".formatted(model));
            }
        }
        return models;
    }

    /** Maven makes a null of an empty element, as of one that is an unset property. */
    static List<String> elements(String name, List<String> values) throws UserErrorException {
        if (values.stream().anyMatch(Objects::isNull)) {
            throw refusal(name, "%s has an empty element; fill it in or leave it out".formatted(name));
        }
        return values;
    }

    /** Not where the pom lies: clean would not clear it away, and version control would see it. */
    static Path outputDirectory(File value, File project) throws UserErrorException {
        if (value.getAbsoluteFile()
                .toPath()
                .normalize()
                .equals(project.getAbsoluteFile().toPath().normalize())) {
            throw refusal(
                    "outputDirectory",
                    "outputDirectory is empty, or is the project's own directory; name one below it");
        }
        return value.toPath();
    }

    /** With portable numerics the number is part of what makes bits portable. */
    static Optional<Integer> threads(Integer value, Numerics numerics) throws UserErrorException {
        Optional<Integer> threads = atLeast("threads", 1, value);
        if (threads.isPresent() && threads.get() > Platform.MAX_THREADS) {
            throw refusal("threads", "threads is %d; it must be at most %d".formatted(value, Platform.MAX_THREADS));
        }
        if (numerics == Numerics.PORTABLE && threads.isPresent() && threads.get() != Numerics.PORTABLE_THREADS) {
            throw refusal(
                    "threads",
                    "threads is %d, but portable numerics compute with %d on every machine; leave threads out"
                            .formatted(value, Numerics.PORTABLE_THREADS));
        }
        return threads;
    }

    static Dataset dataset(String value) throws UserErrorException {
        return Dataset.of(value.strip())
                .orElseThrow(() -> refusal(
                        "dataset",
                        "unknown dataset '%s'; the choices are %s. To use digits of your own, set <dataDirectory>"
                                .formatted(value, String.join(", ", Dataset.ids()))));
    }

    /** The published and the embedded digits are digits; to name them otherwise would be a mistake. */
    static List<String> classNames(List<String> values, Dataset dataset, Optional<Path> directory)
            throws UserErrorException {
        if (values.isEmpty()) {
            return List.of();
        }
        List<String> names =
                elements("classNames", values).stream().map(String::strip).toList();
        validate(value -> Bounds.classNames("classNames", value), "classNames", names);
        if (directory.isEmpty() && !names.equals(DigitSet.DIGIT_NAMES)) {
            throw refusal(
                    "classNames",
                    "classNames is for what a <dataDirectory> holds, but none is set, and %s holds the digits 0 to 9; set <dataDirectory>, or leave classNames out"
                            .formatted(dataset.id()));
        }
        return names;
    }

    static Numerics numerics(String value) throws UserErrorException {
        return Numerics.of(value.strip())
                .orElseThrow(() -> refusal(
                        "numerics",
                        "unknown numerics '%s'; the choices are %s"
                                .formatted(
                                        value,
                                        Arrays.stream(Numerics.values())
                                                .map(Numerics::id)
                                                .collect(Collectors.joining(", ")))));
    }

    /** Before a process is started with them: it would end without a word. */
    static void requireProcessor(Numerics numerics) throws UserErrorException {
        try {
            numerics.requireProcessor(Cpu.current(), System.getProperty("os.arch"));
        } catch (IllegalArgumentException e) {
            throw refusal("numerics", e.getMessage() + "; use native");
        }
    }

    /** What the user has set of the variables that arithmetic depends on; a value that is not known is likely a typo. */
    static SortedMap<String, String> environment(Numerics numerics) throws UserErrorException {
        SortedMap<String, String> environment = numerics.environment(System.getenv());
        try {
            Numerics.requireKnown(environment);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException(e.getMessage() + "; correct it, or unset it", e);
        }
        return environment;
    }

    static Tolerance tolerance(double significanceLevel, double accuracyMargin) throws UserErrorException {
        validate(Tolerance.DEFAULT::withSignificanceLevel, "significanceLevel", significanceLevel);
        validate(Tolerance.DEFAULT::withAccuracyMargin, "accuracyMargin", accuracyMargin);
        return Tolerance.DEFAULT.withSignificanceLevel(significanceLevel).withAccuracyMargin(accuracyMargin);
    }

    /** To verify a model and to accept any outcome would be a contradiction. */
    static ReproducibilityMode reproducibilityOfSavedModels(String value) throws UserErrorException {
        ReproducibilityMode mode = reproducibility(value);
        if (mode == ReproducibilityMode.OFF) {
            throw refusal(
                    "reproducibility",
                    "reproducibility is off, but mnist:verify checks whether models are reproducible; use bitwise or statistical, or leave the goal out");
        }
        return mode;
    }

    static ReproducibilityMode reproducibility(String value) throws UserErrorException {
        return ReproducibilityMode.of(value.strip())
                .orElseThrow(() -> refusal(
                        "reproducibility",
                        "unknown reproducibility '%s'; the choices are %s"
                                .formatted(value, String.join(", ", ReproducibilityMode.ids()))));
    }

    static Preset preset(String value) throws UserErrorException {
        return preset("preset", value);
    }

    /** One of several that a parameter names. */
    static Preset preset(String parameter, String value) throws UserErrorException {
        return Preset.of(value.strip())
                .orElseThrow(() -> refusal(
                        parameter,
                        "unknown preset '%s'; the choices are %s"
                                .formatted(
                                        value,
                                        Arrays.stream(Preset.values())
                                                .map(Preset::id)
                                                .collect(Collectors.joining(", ")))));
    }

    static Optional<Path> path(File value) {
        return Optional.ofNullable(value).map(File::toPath);
    }

    static Optional<Path> directory(String name, File value) throws UserErrorException {
        Optional<Path> directory = path(value);
        if (directory.isPresent() && !Files.isDirectory(directory.get())) {
            throw refusal(
                    name,
                    "%s is %s, which %s"
                            .formatted(
                                    name,
                                    value,
                                    Files.exists(directory.get()) ? "is not a directory" : "does not exist"));
        }
        return directory;
    }

    /** Files as they are, and of directories the files whose names say that they are pictures. */
    static List<Path> pictures(List<File> values) throws UserErrorException {
        List<Path> pictures = new ArrayList<>();
        for (File value : values) {
            if (value == null || !value.exists()) {
                throw refusal("images", "images names %s, which does not exist".formatted(value));
            }
            if (value.isDirectory()) {
                try (Stream<Path> files = Files.list(value.toPath())) {
                    files.filter(Parameters::isPicture).sorted().forEach(pictures::add);
                } catch (IOException | UncheckedIOException e) {
                    throw refusal(
                            "images", "images names %s, which cannot be read (%s)".formatted(value, Causes.inWords(e)));
                }
            } else {
                pictures.add(value.toPath());
            }
        }
        if (pictures.isEmpty()) {
            throw refusal(
                    "images",
                    "images names no picture; name files such as seven.png or scan.jpg, or directories with such files");
        }
        return pictures;
    }

    private static boolean isPicture(Path file) {
        return Files.isRegularFile(file)
                && file.getFileName().toString().toLowerCase(Locale.ROOT).matches("[^.].*\\.(png|jpe?g|gif|bmp|tiff?)");
    }

    static Optional<Integer> atLeast(String name, int least, Integer value) throws UserErrorException {
        if (value != null && value < least) {
            throw refusal(name, "%s is %d; it must be at least %d".formatted(name, value, least));
        }
        return Optional.ofNullable(value);
    }

    static Optional<Duration> seconds(String name, int value) throws UserErrorException {
        return atLeast(name, 0, value).filter(seconds -> seconds > 0).map(Duration::ofSeconds);
    }

    static List<URI> addresses(String name, List<String> values) throws UserErrorException {
        List<URI> addresses = new ArrayList<>();
        for (String value : elements(name, values)) {
            try {
                addresses.add(URI.create(value.strip()));
            } catch (IllegalArgumentException e) {
                throw refusal(name, "%s has '%s', which is not a URL: %s".formatted(name, value, e.getMessage()));
            }
        }
        requireNoPassword(name, addresses);
        if (!addresses.isEmpty()) {
            validate(urls -> new PublishedMnist().baseUrls(urls), name, addresses);
        }
        return addresses;
    }

    /** An address is in logs, and in requests on the disk. */
    private static void requireNoPassword(String name, List<URI> addresses) throws UserErrorException {
        for (URI address : addresses) {
            if (address.getRawUserInfo() != null) {
                throw refusal(
                        name,
                        "%s has an address of %s with a user or a password in it, which is not used; remove it, and write it into settings.xml as a <server> with the <id> of the mirror, or mnist"
                                .formatted(name, address.getHost()));
            }
        }
    }

    /** Checks a value by whatever uses it. */
    static <T> Optional<T> validate(Function<T, ?> user, String name, T value) throws UserErrorException {
        if (value == null) {
            return Optional.empty();
        }
        try {
            user.apply(value);
        } catch (IllegalArgumentException e) {
            throw refusal(name, e.getMessage());
        }
        return Optional.of(value);
    }

    /** Whether a rule that is undecided fails the build. */
    static boolean undecidedFails(String value) throws UserErrorException {
        return switch (value.strip()) {
            case "warn" -> false;
            case "fail" -> true;
            default ->
                throw refusal("onUndecided", "unknown onUndecided '%s'; the choices are warn, fail".formatted(value));
        };
    }

    /**
     * A rule for each of the least accuracies from the pom, with those of the command line, {@code model:accuracy}, in their place or
     * beside them. The pom may name more models than this build compares.
     */
    static List<Rule> minAccuracy(Map<String, String> pom, List<String> commandLine, List<String> models)
            throws UserErrorException {
        Map<String, String> texts = new TreeMap<>(pom);
        for (String pair : elements("minAccuracy", commandLine)) {
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw refusal(
                        "minAccuracy",
                        "minAccuracy has '%s'; it must list models with their minimum, such as cnn:0.99,lstm:0.98"
                                .formatted(pair));
            }
            texts.put(pair.substring(0, colon).strip(), pair.substring(colon + 1));
        }
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            BigDecimal accuracy = accuracy(entry.getKey(), Objects.requireNonNullElse(entry.getValue(), ""));
            if (models.contains(entry.getKey())) {
                rules.add(Rule.accuracyOf(entry.getKey()).atLeast(accuracy));
            } else if (!pom.containsKey(entry.getKey())) {
                throw refusal(
                        "minAccuracy",
                        "minAccuracy names '%s', which is not compared; the models are %s"
                                .formatted(entry.getKey(), String.join(", ", models)));
            }
        }
        return rules;
    }

    private static BigDecimal accuracy(String model, String text) throws UserErrorException {
        Optional<BigDecimal> value = number(text);
        return value.filter(it -> it.signum() >= 0 && it.compareTo(BigDecimal.ONE) <= 0)
                .orElseThrow(() -> refusal(
                        "minAccuracy",
                        "minAccuracy of '%s' is '%s'; it must be a number from 0 to 1, such as 0.99"
                                .formatted(model, text)));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static UserErrorException refusal(String name, String what) {
        return UserErrorException.about(name, what);
    }
}
