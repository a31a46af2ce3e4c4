package io.github.mnistmaven.portability;

import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Json;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.runs.RecordedEpochs;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Versions;
import io.github.mnistmaven.recipe.Preset;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a small training with portable numerics.
 *
 * @param architecture its name
 * @param inputs the beginning of the SHA-256 of all that its result is meant to depend on, the version of this library apart: another one means another
 *     training
 * @param epochs the beginning of the SHA-256 of the parameters after each
 * @param predictions the beginning of the SHA-256 of predicted digits and their probabilities
 * @param arithmetic what the engine gave for each of its operations, see {@link io.github.mnistmaven.provenance.Platform#arithmetic}
 */
record PortableRun(
        String architecture, String inputs, List<String> epochs, String predictions, Map<String, String> arithmetic) {

    private static final int SHOWN = 16;
    private static final int EPOCHS = 2;
    private static final int TRAINING_DIGITS = 200;

    /** More than are predicted in one batch. */
    private static final int TEST_DIGITS = 520;

    PortableRun {
        epochs = List.copyOf(epochs);
        arithmetic = new TreeMap<>(arithmetic);
    }

    /** Trains a network on embedded digits, which anybody has. Takes a process with portable numerics. */
    static PortableRun of(String architecture) {
        EmbeddedDigits digits = new EmbeddedDigits().sizes(TRAINING_DIGITS, TEST_DIGITS);
        Trainer trainer = Trainer.of(Architectures.named(architecture))
                .preset(Preset.FAST)
                .epochs(EPOCHS)
                .portable();
        try (TrainedModel model = trainer.train(digits.training())) {
            return new PortableRun(
                    architecture,
                    start(Sha256.of(withoutNewerFields(Json.text(inputs(model))))),
                    RecordedEpochs.parameterDigests(model.history()).stream()
                            .map(PortableRun::start)
                            .toList(),
                    start(Sha256.of(predictions(model, digits.test()))),
                    model.provenance().platform().arithmetic());
        }
    }

    /** What was added to the inputs since the first rows were measured, and is off, changes no bit: those rows stay comparable. */
    private static String withoutNewerFields(String inputs) {
        return inputs.replaceFirst(",\\s*\"strokeWidth\": 0\\.0", "");
    }

    private static Inputs inputs(TrainedModel model) {
        Inputs inputs = model.provenance().inputs();
        Versions versions = inputs.versions();
        return Inputs.of(
                inputs.architecture(),
                inputs.structureSha256(),
                inputs.parameters(),
                inputs.recipe(),
                inputs.seed(),
                inputs.data(),
                Versions.of("any", versions.djl(), versions.pytorch()));
    }

    private static byte[] predictions(TrainedModel model, DigitSet test) {
        Evaluation evaluation = model.evaluate(test);
        ByteBuffer bytes = ByteBuffer.allocate(evaluation.size() * (Byte.BYTES + Double.BYTES));
        for (int i = 0; i < evaluation.size(); i++) {
            bytes.put((byte) evaluation.prediction(i)).putDouble(evaluation.confidence(i));
        }
        return bytes.array();
    }

    private static String start(String sha256) {
        return sha256.substring(0, SHOWN);
    }

    /** Whether another run was to have the same result. */
    boolean isRepeatedBy(PortableRun other) {
        return architecture.equals(other.architecture) && inputs.equals(other.inputs);
    }

    /** Whether another run has the same result. */
    boolean hasBitsOf(PortableRun other) {
        return epochs.equals(other.epochs) && predictions.equals(other.predictions);
    }

    /** The operations that the engine computed otherwise in another run. */
    List<String> operationsThatDifferFrom(PortableRun other) {
        return arithmetic.entrySet().stream()
                .filter(entry -> other.arithmetic.containsKey(entry.getKey()))
                .filter(entry -> !entry.getValue().equals(other.arithmetic.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
