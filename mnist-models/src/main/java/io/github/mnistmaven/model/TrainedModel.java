package io.github.mnistmaven.model;

import ai.djl.Model;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.image.DigitPicture;
import io.github.mnistmaven.data.image.FoundDigit;
import io.github.mnistmaven.data.image.UnreadablePictureException;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.training.ArchitectureCode;
import io.github.mnistmaven.internal.training.EngineFailure;
import io.github.mnistmaven.internal.training.Images;
import io.github.mnistmaven.internal.training.TrainValidationSplit;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.training.EngineFailureException;
import io.github.mnistmaven.training.History;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A trained network that classifies digits. {@link Trainer} trains one; {@link #load(Path)} loads one that was saved.
 *
 * <pre>{@code
 * try (TrainedModel model = TrainedModel.load(Path.of("target/mnist/models/cnn"))) {
 *     Classification classification = model.classify(Path.of("seven.png"));
 *     System.out.println(classification.digit());
 * }
 * }</pre>
 *
 * <p><b>Threads.</b> Several threads may use one model at once; a service loads it once and keeps it. For each call, the engine computes
 * with as many threads as there are cores; a service calls {@link Engine#threads Engine.threads(1)} before.
 *
 * <p><b>Memory.</b> A model holds memory outside the Java heap until it is closed. {@link #close} waits for those that use the model;
 * whoever classifies, evaluates or saves with it afterwards gets an {@link IllegalStateException}. {@link #name}, {@link #provenance},
 * {@link #history}, {@link #classNames} and {@link #heldOut} go on working.
 *
 * <p><b>Failures.</b> Which exceptions there are is said in the {@linkplain io.github.mnistmaven.model description of this package}.
 */
public final class TrainedModel implements AutoCloseable {

    private final String name;
    private final Architecture architecture;
    private final Model network;
    private final Provenance provenance;
    private final History history;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    TrainedModel(String name, Architecture architecture, Model network, Provenance provenance, History history) {
        this.name = name;
        this.architecture = architecture;
        this.network = network;
        this.provenance = provenance;
        this.history = history;
    }

    /**
     * Loads a model that {@link #save} or {@code mnist:train} wrote.
     *
     * @param directory such as {@code target/mnist/models/cnn}
     * @return the model; the caller closes it
     * @throws ModelFormatException if there is none, or a damaged one, or one of an architecture that is not available; the message
     *     names the file and what is wrong
     * @throws IOException if it cannot be read
     * @throws ArchitectureException if the code of the architecture fails
     * @throws io.github.mnistmaven.training.EngineUnavailableException if the engine cannot be started; the message says which
     *     artifact to add, or what failed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     */
    public static TrainedModel load(Path directory) throws IOException {
        return new ModelDirectory(Objects.requireNonNull(directory, "directory is null")).read(Optional.empty());
    }

    /**
     * Loads a model of a given architecture, which need not be registered, see {@link Architectures}.
     *
     * @param directory such as {@code target/mnist/models/my-net}
     * @param architecture that the model was trained with
     * @return the model; the caller closes it
     * @throws ModelFormatException if there is none, or a damaged one, or one of another architecture; the message names the file and
     *     what is wrong
     * @throws IOException if it cannot be read
     * @throws ArchitectureException if the code of the architecture fails
     * @throws io.github.mnistmaven.training.EngineUnavailableException if the engine cannot be started; the message says which
     *     artifact to add, or what failed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     */
    public static TrainedModel load(Path directory, Architecture architecture) throws IOException {
        Objects.requireNonNull(directory, "directory is null");
        ArchitectureCode.usable(architecture);
        return new ModelDirectory(directory).read(Optional.of(architecture));
    }

    /**
     * Loads a model that is a resource of the program: in a jar, in a jar within a jar, in a module or in a directory.
     *
     * <pre>{@code
     * TrainedModel.load(App.class.getResource("/models/cnn/run.json"));
     * }</pre>
     *
     * <p>Of the saved model, {@code run.json} and the parameters beside it are read, and no list of files is needed. Nothing is written
     * anywhere, and nothing is loaded from the network.
     *
     * @param location of {@code run.json}; or of the directory that it is in, which not every jar has an entry for
     * @return the model; the caller closes it
     * @throws ModelFormatException if there is none, or a damaged one, or one of an architecture that is not available; the message
     *     names the place and what is wrong
     * @throws IOException if it cannot be read
     * @throws ArchitectureException if the code of the architecture fails
     * @throws IllegalArgumentException if the location is in a network
     * @throws NullPointerException if the location is null, as that of a resource that is not there
     * @throws io.github.mnistmaven.training.EngineUnavailableException if the engine cannot be started; the message says which
     *     artifact to add, or what failed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     */
    public static TrainedModel load(URL location) throws IOException {
        return ModelResource.at(location).read(Optional.empty());
    }

    /**
     * Loads a model that is a resource of the program, of a given architecture, which need not be registered, see
     * {@link Architectures}.
     *
     * @param location as for {@link #load(URL)}
     * @param architecture that the model was trained with
     * @return the model; the caller closes it
     * @throws ModelFormatException if there is none, or a damaged one, or one of another architecture; the message names the place and
     *     what is wrong
     * @throws IOException if it cannot be read
     * @throws ArchitectureException if the code of the architecture fails
     * @throws IllegalArgumentException if the location is in a network
     * @throws NullPointerException if the location is null, as that of a resource that is not there
     * @throws io.github.mnistmaven.training.EngineUnavailableException if the engine cannot be started; the message says which
     *     artifact to add, or what failed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     */
    public static TrainedModel load(URL location, Architecture architecture) throws IOException {
        ModelResource resource = ModelResource.at(location);
        ArchitectureCode.usable(architecture);
        return resource.read(Optional.of(architecture));
    }

    /**
     * Saves the model as a directory of its own, replacing the saved model that was there; a directory that holds anything else is never
     * touched. DJL alone can load it too, through a {@code Criteria} of
     * {@code Image} and {@code Classifications} with {@code optModelPath}, where this library is on the class path. DJL scales an
     * image, but unlike {@link #classify(BufferedImage)}, it neither inverts nor centres it.
     *
     * @param directory such as {@code target/mnist/models/cnn}
     * @throws IOException if it cannot be written, or the directory holds other files than those of a saved model; what stood there before
     *     still does
     * @throws ArchitectureException if the network, loaded again from what was written, predicts something else, as it keeps some of
     *     what it learned outside its parameters; what stood there before still does
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails
     */
    public void save(Path directory) throws IOException {
        Objects.requireNonNull(directory, "directory is null");
        use.readLock().lock();
        try {
            requireOpen();
            EngineFailure.outsideTraining(name(), "to save it", () -> {
                new ModelDirectory(directory).write(this);
                return directory;
            });
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * The name of the model, by which evaluations and reports tell it from others: what {@link Trainer#named} gave it, or else the name of
     * its architecture. It is saved with the model; a saved model whose directory is renamed keeps it.
     *
     * @return such as {@code cnn}
     */
    public String name() {
        return name;
    }

    /**
     * What went into the model, and where it was trained. With this and the digits it can be trained again.
     *
     * @return recipe, seed, digits, versions, platform
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * What was measured while it was trained.
     *
     * @return losses and accuracies of each epoch
     */
    public History history() {
        return history;
    }

    /**
     * The names of the classes.
     *
     * @return ten names, those of the digits that the model was trained on, see {@link DigitSet#classNames}
     */
    public List<String> classNames() {
        return provenance.inputs().data().classNames();
    }

    /**
     * Classifies a digit.
     *
     * @param pixels 784 bytes, 28 rows of 28 from the top left, 0 the background and 255 full ink
     * @return the prediction
     * @throws IllegalArgumentException if there are not 784, or all are background
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public Classification classify(byte[] pixels) {
        return classify(List.of(Objects.requireNonNull(pixels, "pixels is null")))
                .get(0);
    }

    /**
     * Classifies many digits at a time, which is several times as fast as one by one.
     *
     * @param images each 784 bytes, 28 rows of 28 from the top left, 0 the background and 255 full ink
     * @return as many classifications, in the same order
     * @throws IllegalArgumentException if an image has not 784 bytes, or all of them are background; the message says which one.
     *     Also if there are more than {@link DigitSet#MAX_SIZE}
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public List<Classification> classify(List<byte[]> images) {
        Objects.requireNonNull(images, "images is null");
        if (images.isEmpty()) {
            return List.of();
        }
        return classify(Images.of(images));
    }

    /**
     * Classifies the digit in an image of any size, dark on light or light on dark, with some background around it.
     *
     * @param image that the digit is {@linkplain DigitPicture found} in; its probabilities are the mean over the digit's
     *     {@linkplain FoundDigit#renderings renderings}
     * @return the prediction
     * @throws UnreadablePictureException if the image shows no digit, more than one, or something else; the message says what was seen and
     *     what to do
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public Classification classify(BufferedImage image) {
        return classify(DigitPicture.of(image));
    }

    /**
     * Classifies the digit in an image file.
     *
     * @param file PNG, JPEG, GIF, BMP or TIFF; otherwise as {@link #classify(BufferedImage)}
     * @return the prediction
     * @throws UnreadablePictureException if the file holds no image, a damaged one, or one that shows no digit, more than one, or something
     *     else; the message names the file and says what was seen and what to do
     * @throws IOException if it is missing or cannot be read
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public Classification classify(Path file) throws IOException {
        return classify(DigitPicture.read(file));
    }

    /**
     * Classifies the only digit of a picture that was opened before: an upload, or one that several models are to classify.
     *
     * <pre>{@code
     * try (InputStream upload = Files.newInputStream(Path.of("upload.png"))) {
     *     DigitPicture picture = DigitPicture.read(upload, "upload.png");
     *     model.classify(picture).digit();
     * }
     * }</pre>
     *
     * @param picture that the digit is in
     * @return the prediction
     * @throws UnreadablePictureException if the picture shows no digit, more than one, or something else; the message says what was seen
     *     and what to do
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public Classification classify(DigitPicture picture) {
        return classify(Objects.requireNonNull(picture, "picture is null").single());
    }

    /**
     * Classifies a digit that was found in a picture.
     *
     * @param digit one of those of a {@link DigitPicture}
     * @return the prediction; its probabilities are the mean over the digit's {@linkplain FoundDigit#renderings renderings}
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public Classification classify(FoundDigit digit) {
        Objects.requireNonNull(digit, "digit is null");
        return Classification.mean(classify(digit.renderings()), digit.isJoined());
    }

    /**
     * Reads all digits of an image: a house number, the fields of a form.
     *
     * @param image as for {@link #classify(BufferedImage)}
     * @return the digits, line by line, each with its box and its prediction
     * @throws UnreadablePictureException if the image shows no digit, or something else; the message says what was seen and what to do
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public Reading read(BufferedImage image) {
        return read(DigitPicture.of(image));
    }

    /**
     * Reads all digits of a picture that was opened before, so that several models can read it and the file is decoded once.
     *
     * @param picture the digits are in
     * @return the digits, line by line, each with its box and its prediction
     * @throws UnreadablePictureException if the picture shows no digit, or something else; the message says what was seen and what to do
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public Reading read(DigitPicture picture) {
        Objects.requireNonNull(picture, "picture is null");
        return reading(picture, picture.lines());
    }

    /**
     * Reads all digits of an image file.
     *
     * <pre>{@code
     * model.read(Path.of("house-number.jpg")).text(); // "2026"
     * }</pre>
     *
     * @param file PNG, JPEG, GIF, BMP or TIFF
     * @return the digits, line by line, each with its box and its prediction
     * @throws UnreadablePictureException if the file holds no image, a damaged one, or one that shows no digit or something else; the
     *     message names the file and says what was seen and what to do
     * @throws IOException if it is missing or cannot be read
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public Reading read(Path file) throws IOException {
        return read(DigitPicture.read(file));
    }

    private Reading reading(DigitPicture picture, List<List<FoundDigit>> found) {
        List<byte[]> renderings = found.stream()
                .flatMap(List::stream)
                .flatMap(digit -> digit.renderings().stream())
                .toList();
        Iterator<Classification> classifications = classify(renderings).iterator();
        List<List<RecognizedDigit>> lines = new ArrayList<>();
        for (List<FoundDigit> line : found) {
            List<RecognizedDigit> digits = new ArrayList<>();
            for (FoundDigit digit : line) {
                List<Classification> each = digit.renderings().stream()
                        .map(rendering -> classifications.next())
                        .toList();
                digits.add(new RecognizedDigit(digit.box(), Classification.mean(each, digit.isJoined())));
            }
            lines.add(digits);
        }
        return new Reading(picture.width(), picture.height(), lines);
    }

    /**
     * Classifies the digits of a set; their labels are ignored. Unlike an image by itself, one in which all is background is classified as
     * any other, so that a test set is evaluated whole.
     *
     * @param digits N of them
     * @return N classifications, in order
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public List<Classification> classify(DigitSet digits) {
        return classify(Images.of(Objects.requireNonNull(digits, "digits is null")));
    }

    private List<Classification> classify(Images images) {
        float[] logProbabilities = logProbabilities(images);
        List<Classification> all = new ArrayList<>(images.size());
        for (int i = 0; i < images.size(); i++) {
            all.add(Classification.of(logProbabilities, i * DigitSet.CLASSES, classNames()));
        }
        return all;
    }

    /**
     * Evaluates the model on all digits of a set; one in which all is background counts as any other.
     *
     * @param test digits it was not trained on, with the model's {@linkplain #classNames names of classes}
     * @return its predictions and what follows from them
     * @throws IllegalArgumentException if the test digits have other names of classes than the model
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public Evaluation evaluate(DigitSet test) {
        Objects.requireNonNull(test, "test is null");
        Bounds.requireSameClassNames(
                "the test digits", test.classNames(), "the model '%s'".formatted(name()), classNames());
        return Evaluation.of(name(), test, logProbabilities(Images.of(test)));
    }

    /**
     * What the model gives for each digit of a set, whatever its label: the most that can be said of a prediction, from which all metrics follow.
     *
     * @param digits N of them
     * @return N x 10 natural logarithms of the probability of each class, digit by digit
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public float[] logProbabilities(DigitSet digits) {
        return logProbabilities(Images.of(Objects.requireNonNull(digits, "digits is null")));
    }

    /**
     * What the model gives for each of some images that nobody has labelled.
     *
     * @param images N of them, each 784 bytes, 28 rows of 28 from the top left, 0 the background and 255 full ink
     * @return N x 10 natural logarithms of the probability of each class, image by image
     * @throws IllegalArgumentException if an image has not 784 bytes, or all of them are background; the message says which one.
     *     Also if there are more than {@link DigitSet#MAX_SIZE}
     * @throws IllegalStateException if the model is closed
     * @throws EngineFailureException if the engine fails, most likely as memory is short
     * @throws ArchitectureException if the network fails, or gives NaN
     */
    public float[] logProbabilities(List<byte[]> images) {
        Objects.requireNonNull(images, "images is null");
        return images.isEmpty() ? new float[0] : logProbabilities(Images.of(images));
    }

    /**
     * Which digits were held out when the model was trained. They decided when training stopped. What is still to be chosen,
     * such as a temperature, is chosen on them, without a look at the test digits.
     *
     * @param training the digits that the model was trained on, the held-out ones included
     * @return those that were held out, in the order of the set
     * @throws IllegalArgumentException if the model was trained on other digits
     */
    public DigitSet heldOut(DigitSet training) {
        Objects.requireNonNull(training, "training is null");
        Inputs inputs = provenance.inputs();
        if (!training.fingerprint().equals(inputs.data().trainingFingerprint())) {
            throw new IllegalArgumentException(
                    "the model '%s' was trained on %d digits with fingerprint %s, not on these %d with fingerprint %s; give the digits that it was trained on"
                            .formatted(
                                    name(),
                                    inputs.data().trainingDigits(),
                                    inputs.data().trainingFingerprint(),
                                    training.size(),
                                    training.fingerprint()));
        }
        return training.select(TrainValidationSplit.of(training, inputs.recipe(), inputs.seed())
                .validation());
    }

    private float[] logProbabilities(Images images) {
        use.readLock().lock();
        try {
            requireOpen();
            ArchitectureCode code = new ArchitectureCode(architecture);
            float[] logProbabilities = EngineFailure.outsideTraining(
                    name(),
                    "to classify %d images".formatted(images.size()),
                    () -> code.predict(network.getBlock(), network.getNDManager(), images));
            requireFinite(code, logProbabilities);
            return logProbabilities;
        } finally {
            use.readLock().unlock();
        }
    }

    /** What is not a number compares as not larger than any probability, so it would end up as a prediction of 0. */
    private static void requireFinite(ArchitectureCode code, float[] logProbabilities) {
        for (int i = 0; i < logProbabilities.length; i++) {
            if (!Float.isFinite(logProbabilities[i])) {
                throw code.failure(
                        "for image %d, its network returns NaN or infinite logits, which give no probabilities; look for a division by zero, a logarithm or an overflow"
                                .formatted(i / DigitSet.CLASSES));
            }
        }
    }

    Architecture architecture() {
        return architecture;
    }

    Model network() {
        return network;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the model '%s' is closed; load it again to use it".formatted(name()));
        }
    }

    /** Frees the network. The model cannot be used any more. To close it again does nothing. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            network.close();
        } finally {
            use.writeLock().unlock();
        }
    }

    /**
     * The model as people read it.
     *
     * @return its name and what the epoch that its parameters are of measured, such as {@code cnn (epoch 8: training loss ...)}
     */
    @Override
    public String toString() {
        return "%s (%s)".formatted(name(), history.best());
    }
}
