package io.github.mnistmaven.plugin.report;

import io.github.mnistmaven.model.RunRecord;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Versions;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import java.util.List;

/** How a model came about, in words. */
final class ProvenanceText {

    private ProvenanceText() {}

    /** One line of it. */
    record Line(String name, String value) {}

    static List<Line> lines(RunRecord run) {
        Inputs inputs = run.provenance().inputs();
        Recipe recipe = inputs.recipe();
        Inputs.Data data = inputs.data();
        Versions versions = inputs.versions();
        Platform platform = run.provenance().platform();
        return List.of(
                new Line("Architecture", architecture(inputs)),
                new Line("Parameters", NumberText.count(inputs.parameters())),
                new Line(
                        "Training digits",
                        "%s from %s, the last %s %% held out for validation"
                                .formatted(
                                        NumberText.count(data.trainingDigits()),
                                        data.source(),
                                        NumberText.significant(100 * recipe.validationFraction()))),
                new Line("Their fingerprint", data.trainingFingerprint()),
                new Line("Seed", Long.toString(inputs.seed())),
                new Line("Epochs", epochs(recipe)),
                new Line("Batch size", Integer.toString(recipe.batchSize())),
                new Line("Learning rate", schedule(recipe.schedule())),
                new Line("Augmentation", augmentation(recipe.augmentation())),
                new Line("Label smoothing", NumberText.significant(recipe.labelSmoothing())),
                new Line("Optimizer", "Adam, epsilon " + recipe.adamEpsilon()),
                new Line(
                        "Software",
                        "mnist-models %s, DJL %s, PyTorch %s, Java %s"
                                .formatted(versions.library(), versions.djl(), versions.pytorch(), platform.java())),
                new Line(
                        "Platform",
                        "%s on %s (%s), instructions: %s, threads: %s, numerics: %s"
                                .formatted(
                                        platform.os(),
                                        platform.architecture(),
                                        platform.cpu(),
                                        platform.instructionSet(),
                                        platform.threads(),
                                        platform.numerics())),
                new Line("SHA-256 of its arithmetic", platform.arithmeticSha256()),
                new Line("SHA-256 of the parameters", run.parametersSha256()));
    }

    private static String architecture(Inputs inputs) {
        Capacity capacity = inputs.recipe().capacity();
        String network = inputs.architecture()
                + (capacity.widthMultiplier() == 1 ? "" : ", width " + capacity.widthMultiplier());
        return capacity.ensembleSize() == 1
                ? network
                : "%s, an ensemble of %d".formatted(network, capacity.ensembleSize());
    }

    private static String epochs(Recipe recipe) {
        return recipe.patience() == 0
                ? recipe.epochs() + ", the last one kept"
                : "at most %s, stopped after %s without a lower validation loss, the best one kept"
                        .formatted(recipe.epochs(), recipe.patience());
    }

    private static String schedule(Schedule schedule) {
        String peak = NumberText.significant(schedule.peak());
        if (schedule.rise() == 0 && schedule.last() == 1) {
            return peak + ", constant";
        }
        return "up to %s over the first %s %% of the steps, then down to %s"
                .formatted(
                        peak,
                        NumberText.significant(100 * schedule.rise()),
                        NumberText.significant(schedule.peak() * schedule.last()));
    }

    private static String augmentation(Augmentation augmentation) {
        return augmentation.isNone()
                ? "none"
                : "turned by up to %s degrees, scaled by up to %s %%, slanted by up to %s pixels a row, moved by up to %s pixels, bent by up to %s pixels"
                        .formatted(
                                NumberText.significant(augmentation.rotation()),
                                NumberText.significant(100 * augmentation.scale()),
                                NumberText.significant(augmentation.shear()),
                                NumberText.significant(augmentation.shift()),
                                NumberText.significant(augmentation.bend()));
    }
}
