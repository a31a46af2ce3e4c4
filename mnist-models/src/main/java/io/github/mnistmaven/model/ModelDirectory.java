package io.github.mnistmaven.model;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureBlockFactory;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.files.AtomicDirectory;
import io.github.mnistmaven.files.AtomicFile;
import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.files.JsonFormatException;
import io.github.mnistmaven.training.ParameterDigest;
import io.github.mnistmaven.training.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A trained model on disk: {@code <name>-0000.params} with the parameters and its checksum, {@code serving.properties} and
 * {@code synset.txt} with which plain DJL loads it, and {@code run.json}.
 */
final class ModelDirectory {

    private static final String RUN = "run.json";

    private final Path directory;

    ModelDirectory(Path directory) {
        this.directory = directory;
    }

    /** What was found in the directory. The caller closes the network. */
    record Content(Model network, RunRecord run) {}

    void write(Content content) throws IOException {
        AtomicDirectory.write(directory, to -> {
            // The number in the file name, which is otherwise taken from what the directory holds.
            content.network.setProperty("Epoch", "0");
            content.network.save(to, content.run.model());
            Path parameters = to.resolve(parameters(content.run));
            AtomicFile.writeString(checksum(parameters), sha256(parameters) + "  " + parameters.getFileName() + "\n");
            AtomicFile.writeString(to.resolve("serving.properties"), servingProperties(content.run));
            AtomicFile.writeString(to.resolve("synset.txt"), synset());
            Json.write(to.resolve(RUN), content.run);
        });
    }

    /** Not by {@code Properties}, which would write the time. */
    private static String servingProperties(RunRecord run) {
        return String.join(
                        "\n",
                        "engine=" + Training.ENGINE,
                        "option.modelName=" + run.model(),
                        "blockFactory=" + ArchitectureBlockFactory.class.getName(),
                        ArchitectureBlockFactory.ARCHITECTURE + "="
                                + run.provenance().architecture(),
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
        AtomicDirectory.recover(directory);
        RunRecord run = readRun();
        Architecture architecture = architecture(run);
        Path parameters = directory.resolve(parameters(run));
        requireIntact(parameters);
        Model network = Model.newInstance(run.model(), Training.ENGINE);
        try {
            network.setBlock(architecture.newBlock());
            load(network, parameters, run);
            requireStructure(network, architecture, parameters);
            requireDigest(network.getBlock(), run, parameters);
            network.getBlock().freezeParameters(true);
            return new Content(network, run);
        } catch (IOException | RuntimeException | Error e) {
            network.close();
            throw e;
        }
    }

    private RunRecord readRun() throws IOException {
        if (!Files.isRegularFile(directory.resolve(RUN))) {
            throw new ModelFormatException(
                    "%s holds no trained model: there is no %s in it; train one (mnist:train does) or name another directory"
                            .formatted(directory, RUN));
        }
        try {
            return Json.read(directory.resolve(RUN), RunRecord.class);
        } catch (JsonFormatException e) {
            throw new ModelFormatException(e.getMessage() + "; train the model again", e);
        }
    }

    private Architecture architecture(RunRecord run) throws ModelFormatException {
        try {
            return Architectures.named(run.provenance().architecture());
        } catch (NoSuchElementException e) {
            throw new ModelFormatException(
                    "%s: %s; put the jar with it on the class path".formatted(directory.resolve(RUN), e.getMessage()),
                    e);
        }
    }

    private static String parameters(RunRecord run) {
        return run.model() + "-0000.params";
    }

    /** In the form that {@code sha256sum -c} reads. */
    private static Path checksum(Path parameters) {
        return parameters.resolveSibling(parameters.getFileName() + ".sha256");
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Before DJL opens it: it takes a file that is none of its own for one without parameters, and trusts the others. */
    private static void requireIntact(Path file) throws IOException {
        for (Path needed : List.of(file, checksum(file))) {
            if (!Files.isRegularFile(needed)) {
                throw damaged(needed, "it is missing");
            }
        }
        String expected =
                Files.readString(checksum(file), StandardCharsets.ISO_8859_1).split(" ", 2)[0];
        String found = sha256(file);
        if (!found.equals(expected)) {
            throw damaged(
                    file,
                    "it is damaged or cut short: its %d bytes have the SHA-256 %s, expected is %s"
                            .formatted(Files.size(file), found, expected));
        }
    }

    private void load(Model network, Path file, RunRecord run) throws IOException {
        try {
            network.load(directory, run.model(), Map.of("epoch", "0"));
        } catch (MalformedModelException | IOException | RuntimeException e) {
            throw damaged(
                    file,
                    "it does not hold the parameters of %s (%s)"
                            .formatted(run.provenance().architecture(), e.getMessage()),
                    e);
        }
    }

    private static void requireStructure(Model network, Architecture architecture, Path file) throws IOException {
        try (NDManager manager = network.getNDManager().newSubManager()) {
            Block fresh = architecture.newBlock();
            // Random ones would be drawn from the generator of a run that may be under way.
            fresh.setInitializer(Initializer.ZEROS, parameter -> true);
            fresh.initialize(manager, DataType.FLOAT32, new Shape(1, 1, DigitSet.ROWS, DigitSet.COLUMNS));
            if (!structure(network.getBlock()).equals(structure(fresh))) {
                throw damaged(file, "its parameters have other shapes than those of " + architecture.name());
            }
        }
    }

    private static List<String> structure(Block block) {
        return block.getParameters().stream()
                .map((Pair<String, Parameter> parameter) ->
                        parameter.getKey() + parameter.getValue().getShape())
                .toList();
    }

    private static void requireDigest(Block block, RunRecord run, Path file) throws IOException {
        String found = ParameterDigest.of(block);
        if (!found.equals(run.parametersSha256())) {
            throw damaged(
                    file,
                    "its parameters have the SHA-256 %s, those of %s have %s"
                            .formatted(found, RUN, run.parametersSha256()));
        }
    }

    private static ModelFormatException damaged(Path file, String what) {
        return damaged(file, what, null);
    }

    private static ModelFormatException damaged(Path file, String what, Exception cause) {
        return new ModelFormatException("%s: %s; train the model again".formatted(file, what), cause);
    }
}
