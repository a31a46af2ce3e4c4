package io.github.mnistmaven.model;

import ai.djl.Model;
import io.github.mnistmaven.data.DigitFormatException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.image.DigitImage;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.files.Sha256;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.provenance.RunRecord;
import io.github.mnistmaven.training.Checkpoints;
import io.github.mnistmaven.training.CurrentPlatform;
import io.github.mnistmaven.training.Inference;
import io.github.mnistmaven.training.Run;
import io.github.mnistmaven.training.TrainedNetwork;
import io.github.mnistmaven.training.Training;
import io.github.mnistmaven.training.TrainingListener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trained network that classifies digits.
 *
 * <pre>{@code
 * try (TrainedModel model = TrainedModel.load(Path.of("target/mnist/models/cnn"))) {
 *     int digit = model.classify(Path.of("seven.png")).digit();
 * }
 * }</pre>
 *
 * <p>It may be used by several threads at once. It holds memory outside the Java heap until closed.
 */
public final class TrainedModel implements AutoCloseable {

    private final Model network;
    private final RunRecord run;

    private TrainedModel(Model network, RunRecord run) {
        this.network = network;
        this.run = run;
    }

    /**
     * Trains a model.
     *
     * @param run what to train
     * @param source a description of where the digits come from, for the provenance, such as {@code mnist}
     * @param listener notified of each step and epoch
     * @return the model
     * @throws io.github.mnistmaven.training.TrainingException if the loss is no longer finite, or there are too few
     *     digits
     */
    public static TrainedModel train(Run run, String source, TrainingListener listener) {
        return train(run, listener, provenance(run, source), Optional.empty());
    }

    /**
     * Trains a model with checkpoints: one is saved after each epoch, and the same call made again after the process
     * was killed resumes from it, with the same result to the bit.
     *
     * @param run what to train
     * @param source a description of where the digits come from, for the provenance, such as {@code mnist}
     * @param listener notified of each step and epoch
     * @param checkpoints a directory for nothing else; {@link Checkpoints#delete} it once the model is saved
     * @param circumstances any text that identifies what else the result depends on but the provenance does not
     *     record, such as the code of an architecture; checkpoints of a run with another text are ignored
     * @return the model
     * @throws io.github.mnistmaven.training.TrainingException if the loss is no longer finite, or there are too few
     *     digits
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    public static TrainedModel train(
            Run run, String source, TrainingListener listener, Path checkpoints, String circumstances) {
        Provenance provenance = provenance(run, source);
        String key = Sha256.of(Json.text(provenance) + circumstances);
        return train(run, listener, provenance, Optional.of(new Checkpoints(checkpoints, key)));
    }

    private static Provenance provenance(Run run, String source) {
        return new Provenance(run.inputs(source), CurrentPlatform.platform());
    }

    private static TrainedModel train(
            Run run, TrainingListener listener, Provenance provenance, Optional<Checkpoints> checkpoints) {
        TrainedNetwork trained = Training.train(run, listener, checkpoints);
        return new TrainedModel(
                trained.model(), new RunRecord(run.architecture().name(), provenance, trained.history()));
    }

    /**
     * Loads a model that {@link #save} or {@code mnist:train} wrote.
     *
     * @param directory such as {@code target/mnist/models/cnn}
     * @return the model
     * @throws ModelFormatException if there is none, or a damaged one, or one of an architecture that is not on the
     *     class path; the message names the file and what is wrong
     * @throws IOException if it cannot be read
     */
    public static TrainedModel load(Path directory) throws IOException {
        ModelDirectory.Content content = new ModelDirectory(directory).read();
        return new TrainedModel(content.network(), content.run());
    }

    /**
     * Saves the model as a directory, replacing what was there. DJL alone can load it too, through a {@code Criteria}
     * of {@code Image} and {@code Classifications} with {@code optModelPath}, where this library is on the class path.
     * DJL
     * scales an image, but unlike {@link #classify}, it neither inverts nor centres it.
     *
     * @param directory such as {@code target/mnist/models/cnn}
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public void save(Path directory) throws IOException {
        new ModelDirectory(directory).write(new ModelDirectory.Content(network, run));
    }

    /**
     * Where the model comes from: the content of its {@code run.json}.
     *
     * @return name, provenance, history
     */
    public RunRecord run() {
        return run;
    }

    /**
     * Classifies a digit.
     *
     * @param pixels 784 bytes, 28 rows of 28 from the top left, 0 the background and 255 full ink
     * @return the prediction
     * @throws IllegalArgumentException if there are not 784
     */
    public Classification classify(byte[] pixels) {
        if (pixels.length != DigitSet.PIXELS) {
            throw new IllegalArgumentException(
                    "an image has %d pixels, here are %d".formatted(DigitSet.PIXELS, pixels.length));
        }
        return classify(DigitSet.of(pixels, new byte[1])).get(0);
    }

    /**
     * Classifies a digit in an image of any size, dark on light or light on dark, with some background around it.
     *
     * @param image it is made like MNIST's, see {@link DigitImage}
     * @return the prediction
     * @throws IllegalArgumentException if the image shows nothing
     */
    public Classification classify(BufferedImage image) {
        return classify(DigitImage.pixels(image));
    }

    /**
     * Classifies a digit in an image file.
     *
     * @param file PNG, JPEG, GIF or BMP
     * @return the prediction
     * @throws DigitFormatException if the file holds no image, a damaged one, or one that shows nothing
     * @throws IOException if it is missing or cannot be read
     */
    public Classification classify(Path file) throws IOException {
        return classify(DigitImage.read(file));
    }

    /**
     * Classifies many digits at a time; their labels are ignored.
     *
     * @param digits N of them
     * @return N classifications, in order
     */
    public List<Classification> classify(DigitSet digits) {
        float[] logProbabilities = logProbabilities(digits);
        List<Classification> all = new ArrayList<>(digits.size());
        for (int i = 0; i < digits.size(); i++) {
            all.add(Classification.of(logProbabilities, i * DigitSet.CLASSES));
        }
        return all;
    }

    /**
     * Evaluates the model.
     *
     * @param test digits it was not trained on
     * @return its predictions and what follows from them
     */
    public Evaluation evaluate(DigitSet test) {
        return Evaluation.of(run.model(), test, logProbabilities(test));
    }

    private float[] logProbabilities(DigitSet digits) {
        return Inference.logProbabilities(network.getBlock(), network.getNDManager(), digits);
    }

    /** Frees the network. The model cannot be used any more. */
    @Override
    public void close() {
        network.close();
    }
}
