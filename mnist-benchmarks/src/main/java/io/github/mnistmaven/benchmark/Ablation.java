package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.training.Run;
import io.github.mnistmaven.internal.training.TrainedNetwork;
import io.github.mnistmaven.internal.training.Training;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import io.github.mnistmaven.training.TrainingListener;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * An ablation study: the default recipe and network of each model next to the same with one change, and {@code best}
 * next to smaller networks. A third of MNIST's training digits is trained on and another third is used for validation,
 * so that small differences show; the test digits are not read.
 */
public final class Ablation {

    private static final int DIGITS = 40_000;
    private static final double VALIDATION_FRACTION = 0.5;

    private Ablation() {}

    /**
     * Runs it.
     *
     * @param args none; parameters are the system properties that the module's pom sets
     * @throws IOException if there is no MNIST where {@code mnist.test.data} says
     */
    public static void main(String[] args) throws IOException {
        DigitSet digits =
                new DigitDirectory(BenchmarkProperties.data()).training().first(DIGITS);
        int seeds = BenchmarkProperties.seeds();
        System.out.println("| model | change | validation accuracy (sd) | validation loss |");
        System.out.println("|---|---|---|---|");
        for (String model : BenchmarkProperties.models()) {
            Architecture architecture = Architectures.named(model);
            Recipe standard = architecture.defaultRecipe();
            String other = model.equals("cnn") ? "lstm" : "cnn";
            variants(standard, other)
                    .forEach((name, recipe) -> print(model, name, architecture, recipe, digits, seeds));
            Variants.of(model).forEach((name, network) -> print(model, name, network, standard, digits, seeds));
        }
    }

    private static Map<String, Recipe> variants(Recipe standard, String other) {
        Map<String, Recipe> variants = new LinkedHashMap<>();
        variants.put("none", standard);
        variants.put("no augmentation", standard.withAugmentation(Augmentation.NONE));
        variants.put(
                "augmentation of " + other,
                standard.withAugmentation(
                        Architectures.named(other).defaultRecipe().augmentation()));
        variants.put(
                "all kinds of augmentation",
                standard.withAugmentation(Augmentation.NONE
                        .withRotation(8)
                        .withScale(0.08)
                        .withShear(0.1)
                        .withShift(1.5)
                        .withElasticDeformation(1.5)));
        variants.put("half the epochs", standard.withEpochs(standard.epochs() / 2));
        variants.put("half the batch size", standard.withBatchSize(standard.batchSize() / 2));
        variants.put("twice the batch size", standard.withBatchSize(standard.batchSize() * 2));
        variants.put(
                "half the learning rate",
                standard.withLearningRate(standard.schedule().peak() / 2));
        variants.put("constant learning rate 0.001", standard.withSchedule(Schedule.constant(0.001)));
        variants.put("no label smoothing", standard.withLabelSmoothing(0));
        variants.put("betas 0.9 and 0.999", standard.withAdamBetas(0.9, 0.999));
        variants.put("one replica", standard.withReplicas(1));
        Capacity capacity = standard.capacity();
        variants.put("narrower", standard.withCapacity(capacity.withWidthMultiplier(capacity.widthMultiplier() - 1)));
        variants.put("wider", standard.withCapacity(capacity.withWidthMultiplier(capacity.widthMultiplier() + 1)));
        return variants;
    }

    private static void print(
            String model, String name, Architecture architecture, Recipe recipe, DigitSet digits, int seeds) {
        int first = BenchmarkProperties.firstSeed();
        double[] accuracies = new double[seeds];
        double[] losses = new double[seeds];
        for (int i = 0; i < seeds; i++) {
            Run run = new Run(architecture, recipe.withValidationFraction(VALIDATION_FRACTION), digits, first + i);
            TrainedNetwork trained = Training.train(run, TrainingListener.NONE);
            trained.model().close();
            History history = trained.history();
            Epoch last = history.epochs().get(history.epochs().size() - 1);
            accuracies[i] = last.validationAccuracy();
            losses[i] = last.validationLoss();
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.4f%s | %.4f |%n",
                model,
                name,
                Mean.of(accuracies).getAsDouble(),
                seeds == 1
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " (%.4f)",
                                StandardDeviation.of(accuracies).getAsDouble()),
                Mean.of(losses).getAsDouble());
    }
}
