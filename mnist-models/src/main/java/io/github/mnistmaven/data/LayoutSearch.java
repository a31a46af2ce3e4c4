package io.github.mnistmaven.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which layout a directory has. */
final class LayoutSearch {

    private static final String EXPECTED =
            "expected train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, each plain or .gz; or the files of QMNIST or EMNIST, or mnist.npz, or train.csv";

    /** What the names of EMNIST's files begin with, as a pattern. */
    private static final String EMNIST = "(?i)emnist[-_]";

    private static final List<String> EMNIST_SPLITS = List.of("digits", "mnist");

    private static final int NAMES_SHOWN = 8;

    private LayoutSearch() {}

    /**
     * The digits of a directory.
     *
     * @throws IOException if there are none, or several sets below it; the message says what there is and what is expected
     */
    static Layout in(Path directory) throws IOException {
        requireDirectory(directory);
        Optional<Layout> here = layout(directory);
        if (here.isPresent()) {
            return here.get();
        }
        List<Path> places = places(directory);
        List<Path> found = new ArrayList<>();
        Optional<Layout> below = Optional.empty();
        for (Path place : places) {
            Optional<Layout> layout = layout(place);
            if (layout.isPresent()) {
                found.add(place);
                below = layout;
            }
        }
        if (found.size() > 1) {
            throw new IOException("%s holds several digit sets: %s; name one of these directories"
                    .formatted(
                            directory,
                            found.stream()
                                    .map(place -> directory.relativize(place).toString())
                                    .collect(Collectors.joining(", "))));
        }
        return below.orElseThrow(() -> nothing(directory, places));
    }

    private static void requireDirectory(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            throw new IOException("the data directory %s does not exist; name one that holds digits"
                    .formatted(directory.toAbsolutePath()));
        }
        if (!Files.isDirectory(directory)) {
            throw new IOException(
                    "%s is not a directory; name the directory that it is in".formatted(directory.toAbsolutePath()));
        }
        if (!Files.isReadable(directory)) {
            throw new IOException("the data directory %s may not be read; check its permissions"
                    .formatted(directory.toAbsolutePath()));
        }
    }

    /** The directories below one, and those in them that are called {@code raw}. */
    private static List<Path> places(Path directory) throws IOException {
        List<Path> places = new ArrayList<>();
        for (Path child : entries(directory)) {
            if (Files.isDirectory(child)) {
                places.add(child);
                Path raw = child.resolve("raw");
                if (Files.isDirectory(raw)) {
                    places.add(raw);
                }
            }
        }
        return places;
    }

    /** What is in a directory, without hidden entries, by name. */
    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted(Comparator.comparing(LayoutSearch::name))
                    .toList();
        } catch (AccessDeniedException e) {
            // One below the directory that was named, which has been looked at.
            return List.of();
        }
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }

    private static Optional<Layout> layout(Path directory) throws IOException {
        for (IdxNames names : IdxNames.values()) {
            List<Path> files = names.fileNames().stream()
                    .flatMap(name -> idxFile(directory, name).stream())
                    .toList();
            if (files.size() == names.fileNames().size()) {
                return Optional.of(new IdxLayout(names, files));
            }
        }
        List<Path> entries = entries(directory);
        Optional<Path> npz = only(entries, "mnist.npz").or(() -> only(entries, ".npz"));
        if (npz.isPresent()) {
            return Optional.of(new NpzLayout(npz.get()));
        }
        return csv(entries);
    }

    /** EMNIST's tables have names like those of its IDX files. Those of its other splits are no digits. */
    private static Optional<Layout> csv(List<Path> entries) throws IOException {
        List<Path> upright = entries.stream()
                .filter(entry -> !name(entry).matches(EMNIST + ".*"))
                .toList();
        Optional<Path> file = only(upright, "train.csv");
        if (file.isPresent()) {
            return Optional.of(CsvLayout.of(file.get(), testBeside(file.get()), false));
        }
        for (String split : EMNIST_SPLITS) {
            List<Path> transposed = entries.stream()
                    .filter(entry -> name(entry).matches(EMNIST + split + ".*"))
                    .toList();
            file = only(transposed, "train.csv");
            if (file.isPresent()) {
                return Optional.of(CsvLayout.of(file.get(), testBeside(file.get()), true));
            }
        }
        return Optional.empty();
    }

    /** The one file whose name ends like this, if there are not several. */
    private static Optional<Path> only(List<Path> entries, String end) {
        List<Path> such = entries.stream()
                .filter(entry -> name(entry).toLowerCase(Locale.ROOT).endsWith(end))
                .filter(Files::isRegularFile)
                .toList();
        return such.size() == 1 ? Optional.of(such.get(0)) : Optional.empty();
    }

    private static Optional<Path> testBeside(Path training) {
        return Optional.of(training.resolveSibling(name(training).replaceFirst("(?i)train(?=\\.csv$)", "test")))
                .filter(Files::isRegularFile);
    }

    /** A file by the name under which it was published, or one that some archives and mirrors make of it. */
    private static Optional<Path> idxFile(Path directory, String name) {
        String dotted = dotted(name);
        return Stream.of(
                        Path.of(name),
                        Path.of(name + ".gz"),
                        Path.of(dotted),
                        Path.of(dotted + ".gz"),
                        Path.of(name, name),
                        Path.of(name, dotted),
                        Path.of(dotted, dotted),
                        Path.of(dotted, name))
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String dotted(String name) {
        return name.replace("-idx", ".idx");
    }

    private static IOException nothing(Path directory, List<Path> places) {
        return Stream.concat(Stream.of(directory), places.stream())
                .flatMap(place -> Stream.of(IdxNames.values()).map(names -> new Part(place, names)))
                .filter(part -> part.missing().size() < part.names().fileNames().size())
                .min(Comparator.comparingInt(part -> part.missing().size()))
                .map(Part::problem)
                .orElseGet(() -> new IOException(unknown(directory)));
    }

    /** Some of the files of a layout. */
    private record Part(Path directory, IdxNames names) {

        List<String> missing() {
            return names.fileNames().stream()
                    .filter(name -> idxFile(directory, name).isEmpty())
                    .toList();
        }

        IOException problem() {
            return new IOException("%s holds %d of the 4 files of a digit set; missing: %s"
                    .formatted(
                            directory,
                            names.fileNames().size() - missing().size(),
                            missing().stream().map(this::describeMissing).collect(Collectors.joining("; "))));
        }

        private String describeMissing(String name) {
            return Files.isDirectory(directory.resolve(name))
                    ? "%s (a directory of that name is there, but the file is not in it)".formatted(name)
                    : "%s (or %s.gz)".formatted(name, name);
        }
    }

    private static String unknown(Path directory) {
        List<String> names;
        try {
            names = entries(directory).stream().map(LayoutSearch::name).toList();
        } catch (IOException e) {
            return "the data directory %s cannot be read: %s".formatted(directory, e);
        }
        if (names.isEmpty()) {
            return "%s is empty; %s".formatted(directory, EXPECTED);
        }
        Optional<String> split = names.stream()
                .filter(name -> name.matches(EMNIST + "(letters|balanced|byclass|bymerge)[-_].*"))
                .findFirst();
        if (split.isPresent()) {
            return "%s holds EMNIST's '%s', which has more than the ten classes that can be read; name a directory with its 'digits' or 'mnist', which are in the same archive"
                    .formatted(directory, split.get().split("[-_]")[1]);
        }
        String advice = names.stream()
                .filter(name -> name.matches("(?i).*\\.(zip|tar|tgz|tar\\.gz|7z|xz|csv\\.gz)"))
                .findFirst()
                .map("unpack %s, or name another directory; "::formatted)
                .orElse("");
        return "%s holds no digits in a known form; it holds %s; %s%s"
                .formatted(directory, listed(names), advice, EXPECTED);
    }

    private static String listed(List<String> names) {
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.size() <= NAMES_SHOWN ? shown : "%s and %d more".formatted(shown, names.size() - NAMES_SHOWN);
    }
}
