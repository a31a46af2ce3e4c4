package io.github.mnistmaven.plugin.fork;

import io.github.mnistmaven.internal.files.Temporary;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What builds that were killed left half written in an output directory. */
final class Leftovers {

    /** {@code study/runs/<cell>/seed-1} is the deepest of what is written to. */
    private static final int DEPTH = 4;

    private Leftovers() {}

    /** Deletes it. The caller holds the directory. Of the directory itself, which may have others below it, only known ones are searched. */
    static void delete(OutputDirectory output) {
        Temporary.deleteDeadInLocked(output.root());
        for (Path directory : List.of(
                output.models(),
                output.root().resolve("checkpoints"),
                output.root().resolve("up-to-date"),
                output.figures(),
                output.readings(),
                output.study(),
                output.worker())) {
            below(directory).forEach(Temporary::deleteDeadInLocked);
        }
    }

    private static List<Path> below(Path directory) {
        try (Stream<Path> paths = Files.walk(directory, DEPTH)) {
            return paths.filter(Files::isDirectory).toList();
        } catch (IOException | UncheckedIOException e) {
            // There is none, or what cannot be read is going to be reported by whoever needs it.
            return List.of();
        }
    }
}
