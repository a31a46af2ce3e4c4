package io.github.mnistmaven.study.results;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.provenance.Versions;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import io.github.mnistmaven.study.internal.results.StoredModel;
import io.github.mnistmaven.study.internal.results.StoredResults;
import io.github.mnistmaven.study.report.ReportDirectory;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Made-up results that look like real ones; the same each time. To see what they look like, run {@link #main} and open
 * the pages.
 */
public final class SampleResults {

    /** The pairs of digits that networks confuse: one shown, one read. */
    private static final int[][] CONFUSIONS = {{4, 9}, {9, 4}, {7, 2}, {5, 3}, {3, 5}, {8, 9}, {6, 0}, {2, 7}, {1, 7}};

    private SampleResults() {}

    /** One model to be made up. */
    public record Sample(String model, double accuracy, int epochs, long parameters, double secondsAnEpoch) {}

    public static final Sample CNN = new Sample("cnn", 0.9952, 6, 30_234, 12.4);
    public static final Sample LSTM = new Sample("lstm", 0.9915, 8, 83_146, 13.1);
    public static final Sample CNN_REFERENCE = new Sample("cnn-reference", 0.9913, 20, 1_200_778, 60.2);
    public static final Sample LSTM_REFERENCE = new Sample("lstm-reference", 0.9845, 30, 89_930, 14.3);
    public static final Sample LONG_NAME =
            new Sample("a-very-long-name-of-an-architecture-with-attention-and-more", 0.98, 2, 1_234_567_890, 1000);
    public static final Sample FAULTLESS = new Sample("faultless", 1, 1, 12, 0.1);

    /** Writes reports of one, two, four and six models, and one about garments, to directories within the one that is named. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        new ReportDirectory(directory.resolve("one")).write(of(CNN));
        new ReportDirectory(directory.resolve("two")).write(of(CNN, LSTM));
        new ReportDirectory(directory.resolve("four")).write(of(CNN, LSTM, CNN_REFERENCE, LSTM_REFERENCE));
        new ReportDirectory(directory.resolve("six"))
                .write(of(CNN, LSTM, CNN_REFERENCE, LSTM_REFERENCE, LONG_NAME, FAULTLESS));
        new ReportDirectory(directory.resolve("garments"))
                .write(of(digits(10_000).withClassNames(GARMENTS), CNN, LSTM));
    }

    /** The garments of Fashion-MNIST (Xiao et al., 2017, arXiv:1708.07747), which has the format of MNIST. */
    public static final List<String> GARMENTS = List.of(
            "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    /** 10,000 digits read by these models. */
    public static Results of(Sample... samples) {
        return of(10_000, samples);
    }

    public static Results of(int digits, Sample... samples) {
        return of(digits(digits), samples);
    }

    public static Results of(DigitSet test, Sample... samples) {
        List<ModelResult> models = new ArrayList<>();
        for (Sample sample : samples) {
            models.add(result(sample, test));
        }
        return Results.of(test, models);
    }

    public static ModelResult result(Sample sample, DigitSet test) {
        return ModelResult.of(provenance(sample, test.classNames()), history(sample), evaluation(sample, test));
    }

    public static ModelResult result(Provenance provenance, History history, Evaluation evaluation) {
        return ModelResult.of(provenance, history, evaluation);
    }

    /** As in a file that has no images. */
    public static Results withoutImages(int digits, Sample... samples) {
        DigitSet test = digits(digits);
        StoredResults stored = StoredResults.of(
                test,
                Stream.of(samples)
                        .map(sample -> StoredModel.of(
                                provenance(sample, test.classNames()), history(sample), evaluation(sample, test)))
                        .toList());
        return new Results(new StoredResults(stored.testDigits(), stored.models(), stored.comparisons(), List.of()));
    }

    /** Digits as on a digital clock, thin and thick. */
    public static DigitSet digits(int count) {
        byte[] labels = new byte[count];
        byte[] pixels = new byte[count * DigitSet.PIXELS];
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(10);
            drawDigit(labels[i], pixels, i * DigitSet.PIXELS, 1 + random.nextInt(2));
        }
        return DigitSet.of(pixels, labels).withSource("embedded, seed 1");
    }

    private static void drawDigit(int digit, byte[] pixels, int offset, int pen) {
        String segments = new String[] {
                    "abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"
                }
                [digit];
        for (int row = 0; row < DigitSet.ROWS; row++) {
            for (int column = 0; column < DigitSet.COLUMNS; column++) {
                boolean top = row < 14;
                boolean inside = row >= 5 && row <= 22 && column >= 9 && column <= 18;
                boolean ink = segments.contains("a") && Math.abs(row - 5) < pen
                        || segments.contains("g") && Math.abs(row - 14) < pen
                        || segments.contains("d") && Math.abs(row - 22) < pen
                        || segments.contains(top ? "f" : "e") && Math.abs(column - 9) < pen
                        || segments.contains(top ? "b" : "c") && Math.abs(column - 18) < pen;
                pixels[offset + row * DigitSet.COLUMNS + column] = (byte) (inside && ink ? 255 : 0);
            }
        }
    }

    public static Evaluation evaluation(Sample sample, DigitSet test) {
        Random random = new Random(sample.model().hashCode());
        // Some digits are hard for every model.
        Random hard = new Random(7);
        float[] logProbabilities = new float[test.size() * 10];
        int errors = (int) Math.round(test.size() * (1 - sample.accuracy()));
        boolean[] wrong = new boolean[test.size()];
        for (int missed = 0; missed < errors; ) {
            int i = (missed % 2 == 0 ? hard : random).nextInt(test.size());
            if (!wrong[i]) {
                wrong[i] = true;
                missed++;
            }
        }
        for (int i = 0; i < test.size(); i++) {
            int read = wrong[i] ? confused(test.label(i), random) : test.label(i);
            double sure = wrong[i] ? 0.5 + 0.499 * random.nextDouble() : 1 - 0.02 * random.nextDouble();
            for (int digit = 0; digit < 10; digit++) {
                logProbabilities[i * 10 + digit] = (float) Math.log(digit == read ? sure : (1 - sure) / 9);
            }
        }
        return Evaluation.of(sample.model(), test, logProbabilities);
    }

    private static int confused(int digit, Random random) {
        for (int[] pair : CONFUSIONS) {
            if (pair[0] == digit && random.nextInt(3) > 0) {
                return pair[1];
            }
        }
        return (digit + 1 + random.nextInt(9)) % 10;
    }

    public static Provenance provenance(Sample sample) {
        return provenance(sample, DigitSet.DIGIT_NAMES);
    }

    public static Provenance provenance(Sample sample, List<String> classNames) {
        Recipe recipe = Recipe.DEFAULT
                .withEpochs(sample.epochs())
                .withSchedule(Schedule.oneCycle(0.003, 0.3))
                .withAugmentation(Augmentation.NONE
                        .withRotation(10)
                        .withScale(0.1)
                        .withShear(0.1)
                        .withShift(1.5)
                        .withElasticDeformation(0.5))
                .withLabelSmoothing(0.05)
                .withPatience(sample.epochs() > 10 ? 5 : 0);
        Inputs inputs = Inputs.of(
                sample.model(),
                "9a8b".repeat(16),
                sample.parameters(),
                recipe,
                1,
                Inputs.Data.of("mnist", 60_000, "5f2c".repeat(16), classNames),
                Versions.of("0.1.0", "0.36.0", "2.7.1"));
        Platform platform = Platform.of(
                "Linux", "amd64", "AMD EPYC", "avx2", 2, "native", Map.of(), "7c6d".repeat(16), Map.of(), "17.0.15+6");
        return new Provenance(inputs, platform);
    }

    public static History history(Sample sample) {
        Random random = new Random(sample.epochs());
        List<Epoch> epochs = new ArrayList<>();
        int best = 1;
        for (int number = 1; number <= sample.epochs(); number++) {
            double progress = Math.exp(-3.2 * (number - 1) / Math.max(6, sample.epochs()));
            double validationLoss = 0.02 + 0.14 * progress + 0.008 * random.nextDouble();
            double trainingLoss = 0.03 + (number == 1 ? 0.75 : 0.3) * progress;
            epochs.add(Epoch.of(
                    number,
                    trainingLoss,
                    1 - trainingLoss / 3,
                    validationLoss,
                    1 - validationLoss / 3.5,
                    sample.secondsAnEpoch() + random.nextDouble(),
                    Sha256.of(sample.model() + number)));
            if (validationLoss < epochs.get(best - 1).validationLoss()) {
                best = number;
            }
        }
        return History.of(epochs, best);
    }
}
