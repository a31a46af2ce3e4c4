package io.github.mnistmaven.model;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.nn.Block;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureBlockFactory;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.architecture.Ensemble;
import io.github.mnistmaven.architecture.Structure;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.files.AtomicDirectory;
import io.github.mnistmaven.files.AtomicFile;
import io.github.mnistmaven.files.Sha256;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.provenance.RunRecord;
import io.github.mnistmaven.provenance.SavedRun;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.training.ParameterDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A trained model on disk: {@code <name>-0000.params} with the parameters, {@code serving.properties} and
 * {@code synset.txt}
 * with which plain DJL loads it, and {@code run.json}, see {@link SavedRun}.
 */
final class ModelDirectory {

    private final Path directory;

    ModelDirectory(Path directory) {
        this.directory = directory;
    }

    /** The content of the directory. The caller closes the network. */
    record Content(Model network, RunRecord run) {}

    void write(Content content) throws IOException {
        AtomicDirectory.write(directory, to -> {
            // The number in the file name, which is otherwise taken from what the directory holds.
            content.network.setProperty("Epoch", "0");
            content.network.save(to, content.run.model());
            Path parameters = to.resolve(parameters(content.run));
            AtomicFile.writeString(to.resolve("serving.properties"), servingProperties(content.run));
            AtomicFile.writeString(to.resolve("synset.txt"), synset());
            SavedRun.of(content.run, Sha256.of(parameters)).write(to);
        });
    }

    /** Not written with {@code Properties}, which would add the current time. */
    private static String servingProperties(RunRecord run) {
        return String.join(
                        "\n",
                        "engine=" + Architecture.ENGINE,
                        "option.modelName=" + run.model(),
                        "blockFactory=" + ArchitectureBlockFactory.class.getName(),
                        ArchitectureBlockFactory.ARCHITECTURE + "="
                                + run.provenance().inputs().architecture(),
                        ArchitectureBlockFactory.WIDTH_MULTIPLIER + "="
                                + capacity(run).widthMultiplier(),
                        ArchitectureBlockFactory.ENSEMBLE_SIZE + "="
                                + capacity(run).ensembleSize(),
                        "translatorFactory=ai.djl.modality.cv.translator.ImageClassificationTranslatorFactory",
                        "width=" + DigitSet.COLUMNS,
                        "height=" + DigitSet.ROWS,
                        "resize=true",
                        "flag=GRAYSCALE",
                        "applySoftmax=true",
                        "topK=" + DigitSet.CLASSES)
                + "\n";
    }

    private static String synset() {
        return IntStream.range(0, DigitSet.CLASSES)
                .mapToObj(digit -> digit + "\n")
                .collect(Collectors.joining());
    }

    Content read() throws IOException {
        SavedRun saved = SavedRun.read(directory);
        RunRecord run = saved.run();
        Architecture architecture = architecture(run);
        Path parameters = directory.resolve(parameters(run));
        requireIntact(parameters, saved.parametersFileSha256());
        requireLayout(parameters, architecture, run);
        Model network = Model.newInstance(run.model(), Architecture.ENGINE);
        try {
            network.setBlock(newBlock(architecture, run));
            load(network, parameters, run);
            requireDigest(network.getBlock(), run, parameters);
            network.getBlock().freezeParameters(true);
            return new Content(network, run);
        } catch (IOException | RuntimeException | Error e) {
            network.close();
            throw e;
        }
    }

    private Architecture architecture(RunRecord run) throws ModelFormatException {
        try {
            return Architectures.named(run.provenance().inputs().architecture());
        } catch (NoSuchElementException e) {
            throw new ModelFormatException(
                    "%s: %s; put the jar with it on the class path"
                            .formatted(directory.resolve(SavedRun.FILE), e.getMessage()),
                    e);
        }
    }

    private Block newBlock(Architecture architecture, RunRecord run) throws ModelFormatException {
        return newBlock(architecture, capacity(run));
    }

    private Block newBlock(Architecture architecture, Capacity capacity) throws ModelFormatException {
        try {
            return Ensemble.of(architecture, capacity);
        } catch (IllegalArgumentException e) {
            throw damaged(directory.resolve(SavedRun.FILE), e.getMessage(), e);
        }
    }

    private static Capacity capacity(RunRecord run) {
        return run.provenance().inputs().recipe().capacity();
    }

    private static String parameters(RunRecord run) {
        return run.model() + "-0000.params";
    }

    /**
     * Checked before DJL opens it, as DJL takes a file of any other kind for one without parameters, and trusts the
     * rest.
     */
    private static void requireIntact(Path file, String sha256) throws IOException {
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

    private void load(Model network, Path file, RunRecord run) throws IOException {
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
    private void requireLayout(Path file, Architecture architecture, RunRecord run) throws IOException {
        if (!sizeIsPlausible(file, architecture, run)
                || !ParameterLayout.matches(file, run.model(), newBlock(architecture, run))) {
            throw damaged(
                    file,
                    "it does not hold the parameters of "
                            + run.provenance().inputs().architecture());
        }
    }

    /** One member of an ensemble tells how large all of them are, before the others are built. */
    private boolean sizeIsPlausible(Path file, Architecture architecture, RunRecord run) throws IOException {
        Capacity capacity = capacity(run);
        long parameters = Structure.of(newBlock(architecture, new Capacity(capacity.widthMultiplier(), 1)))
                        .parameters()
                * capacity.ensembleSize();
        return parameters == run.provenance().inputs().parameters() && Files.size(file) >= parameters * Float.BYTES;
    }

    private static void requireDigest(Block block, RunRecord run, Path file) throws IOException {
        String found = ParameterDigest.of(block);
        if (!found.equals(run.parametersSha256())) {
            throw damaged(
                    file,
                    "its parameters have the SHA-256 %s, those of %s have %s"
                            .formatted(found, SavedRun.FILE, run.parametersSha256()));
        }
    }

    private static ModelFormatException damaged(Path file, String what) {
        return damaged(file, what, null);
    }

    private static ModelFormatException damaged(Path file, String what, Exception cause) {
        return new ModelFormatException("%s: %s; train the model again".formatted(file, what), cause);
    }
}
