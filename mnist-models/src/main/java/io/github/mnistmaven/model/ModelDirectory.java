package io.github.mnistmaven.model;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.nn.Block;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureBlockFactory;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.files.AtomicDirectory;
import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.internal.training.ArchitectureCode;
import io.github.mnistmaven.internal.training.ParameterDigest;
import io.github.mnistmaven.internal.training.StateCheck;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.recipe.Capacity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A trained model on disk: {@code <name>-0000.params} with the parameters, {@code serving.properties} and
 * {@code synset.txt}
 * with which plain DJL loads it, and {@code run.json}, see {@link RunFile}.
 */
final class ModelDirectory {

    private final Path directory;
    private final Function<Path, String> places;

    ModelDirectory(Path directory) {
        this(directory, Path::toString);
    }

    /**
     * A copy of a model that lies elsewhere.
     *
     * @param places what messages call the directory and the files in it: where they were copied from
     */
    ModelDirectory(Path directory, Function<Path, String> places) {
        this.directory = directory;
        this.places = places;
    }

    void write(TrainedModel model) throws IOException {
        AtomicDirectory.write(directory, to -> {
            // The number in the file name, which is otherwise taken from what the directory holds.
            model.network().setProperty("Epoch", "0");
            model.network().save(to, model.name());
            Path parameters = to.resolve(parameters(model.name()));
            AtomicFile.writeString(to.resolve("serving.properties"), servingProperties(model));
            AtomicFile.writeString(to.resolve("synset.txt"), synset(model));
            RunFile run = new RunFile(model.name(), Sha256.of(parameters), model.provenance(), model.history());
            run.write(to);
            new ModelDirectory(to).requireSamePredictions(model, run);
        });
    }

    /** Before it replaces what was there, and while the model itself is still at hand to be compared with. */
    private void requireSamePredictions(TrainedModel model, RunFile run) throws IOException {
        ArchitectureCode code = new ArchitectureCode(model.architecture());
        try (TrainedModel reloaded = open(code, run)) {
            StateCheck.requireSame(
                    code,
                    model.network().getBlock(),
                    reloaded.network().getBlock(),
                    reloaded.network().getNDManager());
        } catch (ModelFormatException e) {
            throw code.failure(
                    "the parameters of its network cannot be loaded again: %s; newBlock() is to build the same layers at each call"
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
        return read(RunFile.read(directory), given);
    }

    /**
     * Loads the parameters of a model.
     *
     * @param run what its {@code run.json} says; that in this directory is not read
     * @param given as for {@link #read(Optional)}
     */
    TrainedModel read(RunFile run, Optional<Architecture> given) throws IOException {
        Architecture architecture = architecture(run, given);
        ArchitectureCode code = new ArchitectureCode(architecture);
        Path parameters = directory.resolve(parameters(run.model()));
        requireIntact(parameters, run.parametersFileSha256());
        requireLayout(parameters, code, run);
        return open(code, run);
    }

    private TrainedModel open(ArchitectureCode code, RunFile run) throws IOException {
        Path parameters = directory.resolve(parameters(run.model()));
        Model network = PyTorch.newModel(run.model());
        try {
            network.setBlock(newBlock(code, run));
            load(network, parameters, run);
            requireDigest(network.getBlock(), run, parameters);
            network.getBlock().freezeParameters(true);
            return new TrainedModel(code.architecture(), network, run.provenance(), run.history());
        } catch (IOException | RuntimeException | Error e) {
            network.close();
            throw e;
        }
    }

    private Architecture architecture(RunFile run, Optional<Architecture> given) throws ModelFormatException {
        String name = run.provenance().inputs().architecture();
        if (given.isPresent() && !given.get().name().equals(name)) {
            throw new ModelFormatException("%s holds a model of the architecture '%s', not of '%s' (%s)"
                    .formatted(
                            places.apply(directory),
                            name,
                            given.get().name(),
                            given.get().getClass().getName()));
        }
        try {
            return given.isPresent() ? given.get() : Architectures.named(name);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(
                    "%s: %s; put the jar with it on the class path, or use TrainedModel.load(Path, Architecture)"
                            .formatted(places.apply(directory.resolve(RunFile.FILE)), e.getMessage()),
                    e);
        }
    }

    private Block newBlock(ArchitectureCode code, RunFile run) throws ModelFormatException {
        return built(run, () -> code.newBlock(capacity(run.provenance())));
    }

    /** A width that the architecture does not have is not the fault of its code, but of the file that names it. */
    private <T> T built(RunFile run, Supplier<T> building) throws ModelFormatException {
        try {
            return building.get();
        } catch (ArchitectureException e) {
            boolean wide = capacity(run.provenance()).widthMultiplier() > 1;
            if (wide && e.getCause() instanceof IllegalArgumentException) {
                throw damaged(directory.resolve(RunFile.FILE), e.getMessage(), e);
            }
            throw e;
        }
    }

    private static Capacity capacity(Provenance provenance) {
        return provenance.inputs().recipe().capacity();
    }

    static String parameters(String name) {
        return name + "-0000.params";
    }

    /**
     * Checked before DJL opens it, as DJL takes a file of any other kind for one without parameters, and trusts the
     * rest.
     */
    private void requireIntact(Path file, String sha256) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw damaged(file, "it is missing");
        }
        String found = Sha256.of(file);
        if (!found.equals(sha256)) {
            throw damaged(
                    file,
                    "it is damaged or cut short: its %d bytes have the SHA-256 %s, expected is %s"
                            .formatted(Files.size(file), found, sha256));
        }
    }

    private void load(Model network, Path file, RunFile run) throws IOException {
        try {
            network.load(directory, run.model(), Map.of("epoch", "0"));
        } catch (MalformedModelException | IOException | RuntimeException e) {
            throw damaged(
                    file,
                    "it does not hold the parameters of %s (%s)"
                            .formatted(run.provenance().inputs().architecture(), e.getMessage()),
                    e);
        }
    }

    /** Before anything is read or allocated by what the file itself says. */
    private void requireLayout(Path file, ArchitectureCode code, RunFile run) throws IOException {
        requireSize(file, code, run);
        if (!ParameterLayout.matches(file, run.model(), code, newBlock(code, run))) {
            throw damaged(
                    file,
                    "it does not hold the parameters of architecture %s, which have other names or shapes"
                            .formatted(code));
        }
    }

    /** One member of an ensemble tells how large all of them are, before the others are built. */
    private void requireSize(Path file, ArchitectureCode code, RunFile run) throws IOException {
        Capacity capacity = capacity(run.provenance());
        long parameters =
                built(run, () -> code.structure(capacity.withEnsembleSize(1))).parameters() * capacity.ensembleSize();
        long trained = run.provenance().inputs().parameters();
        if (parameters != trained || Files.size(file) < parameters * Float.BYTES) {
            throw damaged(
                    file,
                    "it does not hold the parameters of architecture %s, which are %d: the model was trained with %d, in %d bytes"
                            .formatted(code, parameters, trained, Files.size(file)));
        }
    }

    private void requireDigest(Block block, RunFile run, Path file) throws IOException {
        String found = ParameterDigest.of(block);
        if (!found.equals(run.parametersSha256())) {
            throw damaged(
                    file,
                    "its parameters have the SHA-256 %s, those of %s have %s"
                            .formatted(found, RunFile.FILE, run.parametersSha256()));
        }
    }

    private ModelFormatException damaged(Path file, String what) {
        return damaged(file, what, null);
    }

    private ModelFormatException damaged(Path file, String what, Exception cause) {
        return new ModelFormatException("%s: %s; train the model again".formatted(places.apply(file), what), cause);
    }
}
