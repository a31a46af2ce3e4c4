package io.github.mnistmaven.model;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.files.AtomicDirectory;
import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.files.UnwritableException;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.internal.serving.ArchitectureBlockFactory;
import io.github.mnistmaven.internal.training.ArchitectureCode;
import io.github.mnistmaven.internal.training.StateCheck;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.recipe.Capacity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A trained model on disk: {@code <name>-0000.params} with the parameters, {@code serving.properties} and
 * {@code synset.txt}
 * with which plain DJL loads it, and {@code run.json}, see {@link RunFile}.
 */
final class ModelDirectory {

    /** Also what earlier versions wrote, and what file managers leave. */
    private static final Pattern OF_A_MODEL = Pattern.compile(
            "run\\.json|serving\\.properties|synset\\.txt|[a-z0-9-]+-0000\\.params(\\.sha256)?|\\.DS_Store|Thumbs\\.db");

    private final Path directory;

    ModelDirectory(Path directory) {
        this.directory = directory;
    }

    void write(TrainedModel model) throws IOException {
        requireReplaceable();
        AtomicDirectory.write(directory, to -> {
            // The number in the file name, which is otherwise taken from what the directory holds.
            model.network().setProperty("Epoch", "0");
            Path parameters = to.resolve(SavedModel.parametersFile(model.name()));
            try {
                model.network().save(to, model.name());
            } catch (IOException e) {
                throw UnwritableException.of(parameters, e);
            }
            AtomicFile.writeString(to.resolve("serving.properties"), servingProperties(model));
            AtomicFile.writeString(to.resolve("synset.txt"), synset(model));
            RunFile run = new RunFile(model.name(), Sha256.of(parameters), model.provenance(), model.history());
            run.write(to);
            new ModelDirectory(to).requireSamePredictions(model);
        });
    }

    /** Whatever is replaced is deleted: a saved model may be, and nothing else. */
    private void requireReplaceable() throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        if (Path.of("").toAbsolutePath().startsWith(target)) {
            throw new IOException(
                    "%s is the working directory, or above it, and cannot be replaced by a model; name a directory for the model alone"
                            .formatted(target));
        }
        if (!Files.isDirectory(target)) {
            return;
        }
        try (Stream<Path> files = Files.list(target)) {
            Optional<Path> other = files.filter(file -> !isOfAModel(file)).findFirst();
            if (other.isPresent()) {
                throw new IOException(
                        "%s is not replaced by a model, as it holds %s, which is not part of a model; name a directory for the model alone"
                                .formatted(target, other.get().getFileName()));
            }
        }
    }

    private static boolean isOfAModel(Path file) {
        return Files.isRegularFile(file)
                && OF_A_MODEL.matcher(file.getFileName().toString()).matches();
    }

    /** Before it replaces what was there, and while the model itself is still at hand to be compared with. */
    private void requireSamePredictions(TrainedModel model) throws IOException {
        ArchitectureCode code = new ArchitectureCode(model.architecture());
        try (TrainedModel reloaded = files().load(code)) {
            StateCheck.requireSame(
                    code,
                    model.network().getBlock(),
                    reloaded.network().getBlock(),
                    reloaded.network().getNDManager());
        } catch (ModelFormatException e) {
            throw code.failure(
                    "the parameters of its network cannot be loaded again: %s; newBlock() must build the same layers at each call"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Not written with {@code Properties}, which would add the current time. */
    private static String servingProperties(TrainedModel model) {
        return String.join(
                        "\n",
                        "engine=" + PyTorch.NAME,
                        "option.modelName=" + model.name(),
                        "blockFactory=" + ArchitectureBlockFactory.class.getName(),
                        ArchitectureBlockFactory.ARCHITECTURE + "="
                                + model.architecture().name(),
                        ArchitectureBlockFactory.WIDTH_MULTIPLIER + "="
                                + capacity(model.provenance()).widthMultiplier(),
                        ArchitectureBlockFactory.ENSEMBLE_SIZE + "="
                                + capacity(model.provenance()).ensembleSize(),
                        "translatorFactory=ai.djl.modality.cv.translator.ImageClassificationTranslatorFactory",
                        "width=" + DigitSet.COLUMNS,
                        "height=" + DigitSet.ROWS,
                        "resize=true",
                        "flag=GRAYSCALE",
                        "applySoftmax=true",
                        "topK=" + DigitSet.CLASSES)
                + "\n";
    }

    private static String synset(TrainedModel model) {
        return model.classNames().stream().map(name -> name + "\n").collect(Collectors.joining());
    }

    /**
     * Loads the model.
     *
     * @param given the architecture, which need not be registered; if empty, the registered one of the name that is in the file
     */
    TrainedModel read(Optional<Architecture> given) throws IOException {
        // Both files together, as a build may replace the directory in between.
        return AtomicDirectory.read(directory, this::files).load(given);
    }

    private SavedModel files() throws IOException {
        RunFile run = RunFile.read(directory);
        Path parameters = directory.resolve(SavedModel.parametersFile(run.model()));
        if (!Files.isRegularFile(parameters)) {
            throw new ModelFormatException("%s is missing; train the model again".formatted(parameters));
        }
        try (InputStream in = Files.newInputStream(parameters)) {
            return SavedModel.read(run, in, name -> directory.resolve(name).toString());
        }
    }

    private static Capacity capacity(Provenance provenance) {
        return provenance.inputs().recipe().capacity();
    }
}
