package io.github.mnistmaven.benchmark.wild;

import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.benchmark.BenchmarkProperties;
import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a model that was trained on MNIST makes of digits that other hands wrote: those that the library draws, and digits of MNIST that are
 * changed in one respect. It tells apart what is due to the network and what to the augmentation of its training images. Training is on
 * MNIST's first 50,000 training digits; the changed ones are of its last 10,000. The test digits are not read.
 */
public final class OtherHandsBenchmark {

    private static final int TRAINING = 50_000;
    private static final int HELD_OUT = 10_000;
    private static final int CHANGED = 3_000;

    /** The augmentation that {@code cnn} has with {@code standard}, and that of both models with {@code robust}. */
    private static final Augmentation OF_CNN =
            Augmentation.NONE.withRotation(10).withScale(0.1).withShear(0.1).withShift(1.5);

    private static final Augmentation OF_ROBUST = Augmentation.NONE
            .withRotation(10)
            .withScale(0.15)
            .withShear(0.2)
            .withShift(1.5)
            .withElasticDeformation(1.5);

    private OtherHandsBenchmark() {}

    /**
     * Runs it.
     *
     * @param args none; parameters are the system properties that the module's pom sets
     * @throws IOException if there is no MNIST where {@code mnist.test.data} says
     */
    public static void main(String[] args) throws IOException {
        DigitSet mnist = new DigitDirectory(BenchmarkProperties.data()).training();
        Map<String, DigitSet> sets = sets(mnist);
        System.out.println("| model | trained as | " + String.join(" | ", sets.keySet()) + " |");
        System.out.println("|---|---|" + "---|".repeat(sets.size()));
        for (Preset preset : BenchmarkProperties.presets()) {
            for (String name : BenchmarkProperties.models()) {
                Recipe recipe = Architectures.named(name).recipe(preset);
                for (Map.Entry<String, Recipe> variant :
                        variants(preset, recipe).entrySet()) {
                    Trainer trainer =
                            Trainer.of(name).recipe(variant.getValue()).seed(BenchmarkProperties.firstSeed());
                    try (TrainedModel model = trainer.train(mnist.first(TRAINING))) {
                        print(name, variant.getKey(), model, sets);
                    }
                }
            }
        }
    }

    private static Map<String, Recipe> variants(Preset preset, Recipe recipe) {
        Map<String, Recipe> variants = new LinkedHashMap<>();
        variants.put(preset.id(), recipe);
        if (preset == Preset.FAST) {
            variants.put("no augmentation", recipe.withAugmentation(Augmentation.NONE));
            variants.put("shear 0.2", recipe.withAugmentation(Augmentation.NONE.withShear(0.2)));
            variants.put("shift 1", recipe.withAugmentation(Augmentation.NONE.withShift(1)));
            variants.put("as `standard` of `cnn`", recipe.withAugmentation(OF_CNN));
            variants.put("as `robust`", recipe.withAugmentation(OF_ROBUST));
        }
        if (preset == Preset.ROBUST) {
            variants.put(
                    "`robust`, stroke width 1",
                    recipe.withAugmentation(recipe.augmentation().withStrokeWidth(1)));
        }
        return variants;
    }

    private static Map<String, DigitSet> sets(DigitSet mnist) {
        DigitSet changed = part(mnist, mnist.size() - CHANGED, CHANGED);
        double turn = Math.toRadians(15);
        double cosine = Math.cos(turn);
        double sine = Math.sin(turn);
        Map<String, DigitSet> sets = new LinkedHashMap<>();
        sets.put("held out", part(mnist, mnist.size() - HELD_OUT, HELD_OUT));
        sets.put("2 pixels lower", each(changed, digit -> moved(digit, 1, 0, 0, 1, 0, -2)));
        sets.put("2 pixels to the right", each(changed, digit -> moved(digit, 1, 0, 0, 1, -2, 0)));
        sets.put("slanted by 0.3", each(changed, digit -> moved(digit, 1, 0.3, 0, 1, 0, 0)));
        sets.put("turned by 15 degrees", each(changed, digit -> moved(digit, cosine, sine, -sine, cosine, 0, 0)));
        sets.put("0.8 times as high", each(changed, digit -> moved(digit, 1, 0, 0, 1 / 0.8, 0, 0)));
        sets.put("0.8 times as wide", each(changed, digit -> moved(digit, 1 / 0.8, 0, 0, 1, 0, 0)));
        sets.put("1.2 pixels thicker", each(changed, digit -> penned(digit, 0.6, true)));
        sets.put("0.8 pixels thinner", each(changed, digit -> penned(digit, 0.4, false)));
        sets.put("embedded", new EmbeddedDigits().seed(99).sizes(1, 4000).test());
        return sets;
    }

    private static void print(String name, String variant, TrainedModel model, Map<String, DigitSet> sets) {
        StringBuilder row = new StringBuilder("| `%s` | %s |".formatted(name, variant));
        for (DigitSet set : sets.values()) {
            row.append(String.format(
                    Locale.ROOT, " %.2f |", 100 * model.evaluate(set).accuracy()));
        }
        System.out.println(row);
    }

    private static DigitSet part(DigitSet digits, int first, int count) {
        return DigitSet.generate(count, i -> digits.label(first + i), i -> digits.image(first + i));
    }

    private static DigitSet each(DigitSet digits, UnaryOperator<byte[]> change) {
        return DigitSet.generate(digits.size(), digits::label, i -> change.apply(digits.image(i)));
    }

    /** By a linear transformation about the middle that gives, for each pixel, where it comes from. */
    private static byte[] moved(byte[] digit, double xx, double xy, double yx, double yy, double left, double top) {
        int side = DigitSet.COLUMNS + 2;
        Canvas bordered = new Canvas(side, side, 0).change((x, y, level) -> level(digit, x - 1, y - 1));
        double middle = (side - 1) / 2.0;
        Canvas moved = new Canvas(DigitSet.COLUMNS, DigitSet.ROWS, 0)
                .change((x, y, level) -> bordered.interpolated(
                        middle + xx * (x + 1 - middle) + xy * (y + 1 - middle) + left,
                        middle + yx * (x + 1 - middle) + yy * (y + 1 - middle) + top));
        return bytes(moved);
    }

    /** Mixed with a grey-level dilation or erosion by a cross. */
    private static byte[] penned(byte[] digit, double share, boolean isThicker) {
        return bytes(new Canvas(DigitSet.COLUMNS, DigitSet.ROWS, 0).change((x, y, unused) -> {
            double here = level(digit, x, y);
            double other = here;
            for (int[] near : new int[][] {{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
                double level = level(digit, x + near[0], y + near[1]);
                other = isThicker ? Math.max(other, level) : Math.min(other, level);
            }
            return here + share * (other - here);
        }));
    }

    private static double level(byte[] digit, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < DigitSet.COLUMNS && y < DigitSet.ROWS;
        return inside ? Byte.toUnsignedInt(digit[y * DigitSet.COLUMNS + x]) : 0;
    }

    private static byte[] bytes(Canvas canvas) {
        byte[] bytes = new byte[DigitSet.PIXELS];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(canvas.levels()[i]);
        }
        return bytes;
    }
}
