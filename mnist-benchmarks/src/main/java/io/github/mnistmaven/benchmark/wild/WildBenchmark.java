package io.github.mnistmaven.benchmark.wild;

import io.github.mnistmaven.benchmark.BenchmarkProperties;
import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.data.image.UnreadablePictureException;
import io.github.mnistmaven.model.Classification;
import io.github.mnistmaven.model.Reading;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.recipe.Preset;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.io.file.PathUtils;

/**
 * How well pictures of digits are read as people take them: makes pictures of each {@link Kind} from digits that are known, and prints a row
 * of a table for each. A picture is right if its digit is read, or if it is refused where that is expected.
 */
public final class WildBenchmark {

    private final TrainedModel model;
    private final DigitSet digits;
    private final Path directory;
    private final Optional<Path> wrong = BenchmarkProperties.wrong();

    private WildBenchmark(TrainedModel model, DigitSet digits, Path directory) {
        this.model = model;
        this.digits = digits;
        this.directory = directory;
    }

    /**
     * Runs it.
     *
     * @param args none, or directories with saved models, which are used instead of training some; parameters are the system properties that
     *     the module's pom sets
     * @throws IOException if there is no MNIST where {@code mnist.test.data} says, or no place for pictures
     */
    public static void main(String[] args) throws IOException {
        System.out.printf(
                "%d pictures of each kind, made from %s digits%n",
                BenchmarkProperties.pictures(), BenchmarkProperties.digits());
        for (String saved : args) {
            try (TrainedModel model = TrainedModel.load(Path.of(saved))) {
                run(model, saved);
            }
        }
        if (args.length == 0) {
            DigitSet training = new DigitDirectory(BenchmarkProperties.data()).training();
            for (String name : BenchmarkProperties.models()) {
                for (Preset preset : BenchmarkProperties.presets()) {
                    Trainer trainer = Trainer.of(name).preset(preset).seed(BenchmarkProperties.firstSeed());
                    try (TrainedModel model = trainer.train(training)) {
                        run(model, "%s, %s".formatted(name, preset.id()));
                    }
                }
            }
        }
    }

    private static void run(TrainedModel model, String title) throws IOException {
        DigitSet digits = digits();
        System.out.printf(
                "%n%s: %.2f %% of the test digits of MNIST%n%n| picture | right, %% | wrong with p > 0.9, %% | wrong though sure, %% | refused, %% | ms |%n|---|---|---|---|---|---|%n",
                title,
                100
                        * model.evaluate(new DigitDirectory(BenchmarkProperties.data()).test())
                                .accuracy());
        Path directory = Files.createTempDirectory("wild");
        try {
            WildBenchmark benchmark = new WildBenchmark(model, digits, directory);
            int number = 0;
            for (Kind kind : Kinds.all()) {
                if (BenchmarkProperties.isAskedFor(kind.name())) {
                    benchmark.measure(kind, number);
                }
                number++;
            }
        } finally {
            PathUtils.deleteDirectory(directory);
        }
    }

    private static DigitSet digits() throws IOException {
        return switch (BenchmarkProperties.digits()) {
            case "embedded" -> new EmbeddedDigits().seed(99).sizes(1, 4000).test();
            case "training" -> new DigitDirectory(BenchmarkProperties.data()).training();
            default -> new DigitDirectory(BenchmarkProperties.data()).test();
        };
    }

    /** A picture and the digits that it was made from, with a line break between lines. */
    private record Sample(String truth, Picture picture) {}

    private Sample sample(Kind kind, int number, int index) {
        Random random = new Random(1_000_003L * number + index);
        byte[][] images = new byte[kind.digits()][];
        StringBuilder truth = new StringBuilder();
        for (int i = 0; i < images.length; i++) {
            int chosen = random.nextInt(digits.size());
            while (!kind.isMadeFrom(digits.label(chosen))) {
                chosen = random.nextInt(digits.size());
            }
            images[i] = digits.image(chosen);
            truth.append(i > 0 && i % (images.length / kind.lines()) == 0 ? "\n" : "")
                    .append(digits.label(chosen));
        }
        return new Sample(truth.toString(), kind.painter().paint(images, random));
    }

    private void measure(Kind kind, int number) throws IOException {
        Tally single = new Tally();
        Tally all = new Tally();
        for (int i = 0; i < BenchmarkProperties.pictures(); i++) {
            Sample sample = sample(kind, number, i);
            Path file = directory.resolve("picture." + sample.picture.extension());
            Files.write(file, sample.picture.content());
            String name = "%02d-%03d-is-%s".formatted(number, i, sample.truth.replace("\n", "-"));
            classify(kind, sample, file, name, single);
            if (kind.expected() == Expected.SEVERAL) {
                read(sample, file, name, all);
            }
        }
        System.out.printf("| %s | %s |%n", kind.name(), single.cells());
        if (kind.expected() == Expected.SEVERAL) {
            System.out.printf("| %s, all of them read | %s |%n", kind.name(), all.cells());
        }
    }

    private void classify(Kind kind, Sample sample, Path file, String name, Tally tally) throws IOException {
        long start = now();
        try {
            Classification answer = model.classify(file);
            long time = now() - start;
            boolean isRight = kind.expected() == Expected.DIGIT && sample.truth.equals(String.valueOf(answer.digit()));
            tally.addRead(isRight, answer.probability(), answer.isSure(), time);
            keep(isRight, sample, name, answer.toString());
        } catch (UnreadablePictureException e) {
            boolean isRight = kind.expected() != Expected.DIGIT;
            tally.addRefused(isRight, now() - start);
            keep(isRight, sample, name, "refused");
        }
    }

    private void read(Sample sample, Path file, String name, Tally tally) throws IOException {
        long start = now();
        try {
            Reading answer = model.read(file);
            boolean isRight = answer.text().equals(sample.truth);
            double least = answer.digits().stream()
                    .mapToDouble(digit -> digit.classification().probability())
                    .min()
                    .orElseThrow();
            tally.addRead(isRight, least, answer.isSure(), now() - start);
            keep(isRight, sample, name, answer.text().replace("\n", "-"));
        } catch (UnreadablePictureException e) {
            tally.addRefused(false, now() - start);
            keep(false, sample, name, "refused");
        }
    }

    private void keep(boolean isRight, Sample sample, String name, String answer) throws IOException {
        if (!isRight && wrong.isPresent()) {
            Path kept = Files.createDirectories(wrong.get())
                    .resolve("%s-read-%s.%s"
                            .formatted(name, answer.replaceAll("[^a-z0-9.]+", "_"), sample.picture.extension()));
            Files.write(kept, sample.picture.content());
        }
    }

    /** Of this thread, so that what else the machine does is not counted. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
