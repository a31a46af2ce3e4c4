package io.github.mnistmaven.model;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.internal.training.ArchitectureCode;
import io.github.mnistmaven.internal.training.EngineFailure;
import io.github.mnistmaven.internal.training.ParameterDigest;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.recipe.Capacity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The content of a saved model, as it was read from wherever it lies: nothing else is read, and nothing is written, to make a model
 * of it.
 */
final class SavedModel {

    /** Of the file with the parameters: all but their values, such as their names and shapes. */
    private static final long MAX_LAYOUT_BYTES = 1 << 20;

    private final RunFile run;
    private final byte[] parameters;
    private final UnaryOperator<String> places;

    private SavedModel(RunFile run, byte[] parameters, UnaryOperator<String> places) {
        this.run = run;
        this.parameters = parameters;
        this.places = places;
    }

    /** The name of the file with the parameters of a model of a name. */
    static String parametersFile(String name) {
        return name + "-0000.params";
    }

    /**
     * Reads the parameters that belong to a {@code run.json}. Whether they are the right ones is checked before DJL sees them, as DJL
     * takes a file of any other kind for one without parameters, and trusts the rest.
     *
     * @param run the content of {@code run.json}
     * @param parameters the other file
     * @param places what messages call a file by its name, and what holds both by an empty one
     * @throws ModelFormatException if there are too many, or others than {@code run.json} tells of
     * @throws IOException if they cannot be read
     */
    static SavedModel read(RunFile run, InputStream parameters, UnaryOperator<String> places) throws IOException {
        long most = Math.min(
                run.provenance().inputs().parameters() * Float.BYTES + MAX_LAYOUT_BYTES, Integer.MAX_VALUE - 16);
        byte[] bytes = parameters.readNBytes(Math.toIntExact(most + 1));
        SavedModel saved = new SavedModel(run, bytes, places);
        if (bytes.length > most) {
            throw saved.damaged(
                    "it has more than the %d bytes that the parameters of such a model can take".formatted(most));
        }
        String found = Sha256.of(bytes);
        if (!found.equals(run.parametersFileSha256())) {
            throw saved.damaged("it is damaged or cut short: its %d bytes have the SHA-256 %s; expected %s"
                    .formatted(bytes.length, found, run.parametersFileSha256()));
        }
        return saved;
    }

    /**
     * Makes the model.
     *
     * @param given the architecture, which need not be registered; if empty, the registered one of the name that is in the file
     */
    TrainedModel load(Optional<Architecture> given) throws ModelFormatException {
        ArchitectureCode code = new ArchitectureCode(architecture(given));
        return EngineFailure.outsideTraining(run.model(), "to load it", () -> {
            requireLayout(code);
            return load(code);
        });
    }

    /** Makes the model that this library itself has just written. */
    TrainedModel load(ArchitectureCode code) throws ModelFormatException {
        Model network = PyTorch.newModel(run.model());
        try {
            network.setBlock(newBlock(code));
            fill(network);
            requireDigest(network.getBlock());
            // It has parameters already and keeps them; but only this tells it the shape of its input, which saving it
            // again asks for.
            code.initialize(network.getBlock(), network.getNDManager());
            network.getBlock().freezeParameters(true);
            return new TrainedModel(run.model(), code.architecture(), network, run.provenance(), run.history());
        } catch (ModelFormatException | RuntimeException | Error e) {
            network.close();
            throw e;
        }
    }

    private String architecture() {
        return run.provenance().inputs().architecture();
    }

    private Architecture architecture(Optional<Architecture> given) throws ModelFormatException {
        String name = architecture();
        if (given.isPresent() && !given.get().name().equals(name)) {
            throw new ModelFormatException("%s holds a model of the architecture '%s', not of '%s' (%s)"
                    .formatted(
                            places.apply(""),
                            name,
                            given.get().name(),
                            given.get().getClass().getName()));
        }
        try {
            return given.isPresent() ? given.get() : Architectures.named(name);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(
                    "%s: %s; put the jar with it on the class path, or use TrainedModel.load(Path, Architecture)"
                            .formatted(places.apply(RunFile.FILE), e.getMessage()),
                    e);
        }
    }

    private Block newBlock(ArchitectureCode code) throws ModelFormatException {
        return built(() -> code.newBlock(capacity()));
    }

    /** A width that the architecture does not have is not the fault of its code, but of the file that names it. */
    private <T> T built(Supplier<T> building) throws ModelFormatException {
        try {
            return building.get();
        } catch (ArchitectureException e) {
            boolean wide = capacity().widthMultiplier() > 1;
            if (wide && e.getCause() instanceof IllegalArgumentException) {
                throw new ModelFormatException(
                        "%s: %s; train the model again".formatted(places.apply(RunFile.FILE), e.getMessage()), e);
            }
            throw e;
        }
    }

    private Capacity capacity() {
        return run.provenance().inputs().recipe().capacity();
    }

    /** Before anything is allocated by what the file itself says. */
    private void requireLayout(ArchitectureCode code) throws ModelFormatException {
        requireSize(code);
        Block block = newBlock(code);
        try (NDManager manager = PyTorch.newManager()) {
            if (!ParameterLayout.matches(parameters, run.model(), code, block, manager)) {
                throw damaged(
                        "it does not hold the parameters of architecture %s: names or shapes differ".formatted(code));
            }
        }
    }

    /** One member of an ensemble tells how large all of them are, before the others are built. */
    private void requireSize(ArchitectureCode code) throws ModelFormatException {
        Capacity capacity = capacity();
        long expected =
                built(() -> code.structure(capacity.withEnsembleSize(1))).parameters() * capacity.ensembleSize();
        long trained = run.provenance().inputs().parameters();
        if (expected != trained || parameters.length < expected * Float.BYTES) {
            throw damaged(
                    "it does not hold the parameters of architecture %s, which has %d: the model was trained with %d, in %d bytes"
                            .formatted(code, expected, trained, parameters.length));
        }
    }

    private void fill(Model network) throws ModelFormatException {
        try {
            network.load(new ByteArrayInputStream(parameters), Map.of());
        } catch (EngineException e) {
            // The layout is right, so it is not the file that is at fault.
            throw e;
        } catch (MalformedModelException | IOException | RuntimeException e) {
            // All of it is in memory, so an IOException is no failure to read.
            throw damaged("it does not hold the parameters of %s (%s)".formatted(architecture(), Causes.inWords(e)), e);
        }
    }

    private void requireDigest(Block block) throws ModelFormatException {
        String found = ParameterDigest.of(block);
        if (!found.equals(run.parametersSha256())) {
            throw damaged("its parameters have the SHA-256 %s, but %s says %s"
                    .formatted(found, RunFile.FILE, run.parametersSha256()));
        }
    }

    private ModelFormatException damaged(String what) {
        return damaged(what, null);
    }

    private ModelFormatException damaged(String what, Exception cause) {
        return new ModelFormatException(
                "%s: %s; train the model again".formatted(places.apply(parametersFile(run.model())), what), cause);
    }
}
