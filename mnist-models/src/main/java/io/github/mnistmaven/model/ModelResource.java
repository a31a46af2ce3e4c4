package io.github.mnistmaven.model;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.provenance.ModelFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A saved model that is a resource of a program. It is found by its {@code run.json} and the URL handler that comes with that: such
 * resources cannot be listed everywhere, and a jar within a jar is known to nobody but its handler.
 *
 * @param runFile the place of {@code run.json}
 */
record ModelResource(URL runFile) {

    private static final Set<String> NETWORK = Set.of("http", "https", "ftp");

    /** A model by its {@code run.json} or its directory, with or without a slash at the end. */
    static ModelResource at(URL location) throws IOException {
        Objects.requireNonNull(location, "location is null; is there such a resource on the class path?");
        requireLocal(location);
        String path = location.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals(RunFile.FILE)) {
            return new ModelResource(location);
        }
        return new ModelResource(sibling(location, name.isEmpty() ? RunFile.FILE : name + "/" + RunFile.FILE));
    }

    /** Java would read jars from there too. A file that has a host is one. */
    private static void requireLocal(URL location) {
        // Java takes schemes in any case.
        String inner = location.toString().toLowerCase(Locale.ROOT);
        while (inner.startsWith("jar:")) {
            inner = inner.substring("jar:".length());
        }
        String protocol = inner.substring(0, Math.max(0, inner.indexOf(':')));
        boolean hosted = inner.startsWith("file://") && !inner.startsWith("file:///");
        if (hosted || NETWORK.contains(protocol)) {
            throw new IllegalArgumentException(
                    "%s is on a network, from where no model is loaded; copy the model's directory to this machine and load it from there"
                            .formatted(location));
        }
    }

    /** Relative to a URL and not made from its text, as that keeps its handler. The dot keeps a colon from making it absolute. */
    private static URL sibling(URL location, String name) throws IOException {
        return new URL(location, "./" + name);
    }

    /** As {@link ModelDirectory#read(Optional)}. */
    TrainedModel read(Optional<Architecture> given) throws IOException {
        RunFile run = readRunFile();
        URL parameters = sibling(runFile, SavedModel.parametersFile(run.model()));
        SavedModel saved;
        try (InputStream in = open(parameters)) {
            saved = SavedModel.read(run, in, name -> directory() + name);
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new ModelFormatException(
                    "%s is missing; copy the whole directory of the model".formatted(parameters), e);
        }
        return saved.load(given);
    }

    private RunFile readRunFile() throws IOException {
        try (InputStream in = open(runFile)) {
            return RunFile.read(in, runFile.toString());
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new ModelFormatException(
                    "there is no %s; copy the whole directory of the model to where the program has its resources"
                            .formatted(runFile),
                    e);
        }
    }

    private static InputStream open(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        // A cached connection keeps its jar open, which then cannot be replaced everywhere.
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private String directory() {
        String text = runFile.toString();
        return text.substring(0, text.lastIndexOf('/') + 1);
    }
}
