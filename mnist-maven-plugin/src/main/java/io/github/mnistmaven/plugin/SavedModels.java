package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.files.AtomicDirectory;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Which of the models that are asked for are there. */
final class SavedModels {

    private final OutputDirectory output;
    private final boolean failOnMissing;

    SavedModels(OutputDirectory output, boolean failOnMissing) {
        this.output = output;
        this.failOnMissing = failOnMissing;
    }

    /** The names of those that are there; the others are an error, or reason for a warning. */
    List<String> choose(List<String> models, Consumer<String> warn) throws UserErrorException {
        List<String> found = among(models);
        List<String> missing =
                models.stream().filter(model -> !found.contains(model)).toList();
        if (missing.isEmpty()) {
            return models;
        }
        List<String> there = there();
        UserErrorException complaint = there.isEmpty()
                ? UserErrorException.about(
                        "outputDirectory",
                        "no trained models in %s: run mnist:train first, or name the directory that it wrote to"
                                .formatted(output.models()))
                : UserErrorException.about(
                        "models",
                        "no trained %s %s in %s, which only has %s: run mnist:train first, or list only models that are there"
                                .formatted(
                                        missing.size() == 1 ? "model" : "models",
                                        quoted(missing),
                                        output.models(),
                                        quoted(there)));
        if (failOnMissing) {
            throw complaint;
        }
        warn.accept(complaint.getMessage());
        if (missing.size() == models.size()) {
            warn.accept("no models are left to compare; any reports in %s are those of another build"
                    .formatted(output.root()));
        }
        return found;
    }

    /** Those that are there, also where a killed writer had moved one away. */
    List<String> among(List<String> models) throws UserErrorException {
        recover(models);
        return models.stream()
                .filter(model -> Files.isDirectory(output.model(model)))
                .toList();
    }

    /** Brings back what a killed writer had moved away. */
    private void recover(List<String> models) throws UserErrorException {
        try {
            for (String model : models) {
                AtomicDirectory.recover(output.model(model));
            }
        } catch (IOException e) {
            throw Unwritable.because("a model that a stopped build left", output.models(), e);
        }
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }

    private List<String> there() throws UserErrorException {
        if (!Files.isDirectory(output.models())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(output.models())) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserErrorException("%s cannot be read (%s)".formatted(output.models(), Causes.inWords(e)), e);
        }
    }
}
