package io.github.mnistmaven.study.internal.text;

import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.provenance.Versions;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import io.github.mnistmaven.recipe.ValidationSplit;
import io.github.mnistmaven.training.History;
import java.util.ArrayList;
import java.util.List;

/** The provenance of a model, in words. */
public final class ProvenanceText {

    /** The name of the line about the seed. */
    public static final String SEED = "Seed";

    /** The place of the line about classes, before that about the images of them. */
    private static final int CLASSES = 2;

    private ProvenanceText() {}

    /**
     * One line of it.
     *
     * @param name what is said
     * @param value in words
     */
    public record Line(String name, String value) {}

    /**
     * The provenance of a model.
     *
     * @param provenance what went into it, and where it was trained
     * @param history what each epoch of its training measured
     * @return its lines, in order
     */
    public static List<Line> lines(Provenance provenance, History history) {
        List<Line> lines = lines(provenance);
        lines.add(new Line("SHA-256 of the parameters", history.best().parametersSha256()));
        return lines;
    }

    /**
     * What went into a model, without what came out.
     *
     * @param provenance what went into it, and where it was trained
     * @return its lines, in order
     */
    public static List<Line> lines(Provenance provenance) {
        Inputs inputs = provenance.inputs();
        Recipe recipe = inputs.recipe();
        Inputs.Data data = inputs.data();
        Versions versions = inputs.versions();
        Platform platform = provenance.platform();
        ClassWords words = new ClassWords(data.classNames());
        List<Line> lines = new ArrayList<>(List.of(
                new Line("Architecture", architecture(inputs)),
                new Line("Parameters", NumberText.count(inputs.parameters())),
                new Line(
                        "Training " + words.images(),
                        "%s from %s, %s %% of them held out for validation (%s)"
                                .formatted(
                                        NumberText.count(data.trainingDigits()),
                                        data.source(),
                                        NumberText.significant(100 * recipe.validationFraction()),
                                        split(recipe.validationSplit()))),
                new Line("Their fingerprint", data.trainingFingerprint()),
                new Line(SEED, Long.toString(inputs.seed())),
                new Line("Epochs", epochs(recipe)),
                new Line("Batch size", Integer.toString(recipe.batchSize())),
                new Line("Learning rate", schedule(recipe.schedule())),
                new Line("Augmentation", augmentation(recipe.augmentation())),
                new Line("Label smoothing", NumberText.significant(recipe.labelSmoothing())),
                new Line("Optimizer", optimizer(recipe)),
                new Line(
                        "Software",
                        "mnist-models %s, DJL %s, PyTorch %s, Java %s"
                                .formatted(versions.library(), versions.djl(), versions.pytorch(), platform.java())),
                new Line(
                        "Platform",
                        "%s on %s (%s), instructions: %s, threads: %s, numerics: %s"
                                .formatted(
                                        platform.os(),
                                        platform.processorArchitecture(),
                                        platform.cpu(),
                                        platform.instructionSet(),
                                        platform.threads(),
                                        platform.numerics())),
                new Line("SHA-256 of the arithmetic probe", platform.arithmeticSha256())));
        if (!words.areDigits()) {
            lines.add(CLASSES, new Line("Classes", String.join(", ", words.names())));
        }
        return lines;
    }

    private static String architecture(Inputs inputs) {
        Capacity capacity = inputs.recipe().capacity();
        String network = inputs.architecture()
                + (capacity.widthMultiplier() == 1 ? "" : ", width " + capacity.widthMultiplier());
        return capacity.ensembleSize() == 1
                ? network
                : "%s, an ensemble of %s".formatted(network, capacity.ensembleSize());
    }

    private static String optimizer(Recipe recipe) {
        String adam = "Adam, betas %s and %s, epsilon %s"
                .formatted(recipe.adamBeta1(), recipe.adamBeta2(), recipe.adamEpsilon());
        return recipe.replicas() == 1
                ? adam
                : "%s; %s replicas of the network share each batch".formatted(adam, recipe.replicas());
    }

    private static String split(ValidationSplit split) {
        return switch (split) {
            case STRATIFIED -> "drawn at random, stratified by class";
            case LAST -> "the last ones";
        };
    }

    private static String epochs(Recipe recipe) {
        return recipe.patience() == 0
                ? recipe.epochs() + ", no early stopping"
                : "at most %s, early stopping after %s without a lower validation loss"
                        .formatted(recipe.epochs(), recipe.patience());
    }

    private static String schedule(Schedule schedule) {
        String peak = NumberText.significant(schedule.peak());
        if (schedule.warmupFraction() == 0 && schedule.finalLearningRateFactor() == 1) {
            return peak + ", constant";
        }
        return "warm-up to %s over the first %s %% of the steps, then cosine annealing to %s"
                .formatted(
                        peak,
                        NumberText.significant(100 * schedule.warmupFraction()),
                        NumberText.significant(schedule.peak() * schedule.finalLearningRateFactor()));
    }

    private static String augmentation(Augmentation augmentation) {
        return augmentation.isNone()
                ? "none"
                : "rotation up to %s degrees, scale up to %s %%, shear up to %s pixels a row, shift up to %s pixels, elastic deformation up to %s pixels%s"
                        .formatted(
                                NumberText.significant(augmentation.rotation()),
                                NumberText.significant(100 * augmentation.scale()),
                                NumberText.significant(augmentation.shear()),
                                NumberText.significant(augmentation.shift()),
                                NumberText.significant(augmentation.elasticDeformation()),
                                augmentation.strokeWidth() == 0
                                        ? ""
                                        : ", strokes up to %s pixels thicker or thinner"
                                                .formatted(NumberText.significant(augmentation.strokeWidth())));
    }
}
