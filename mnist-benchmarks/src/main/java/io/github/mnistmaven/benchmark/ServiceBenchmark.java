package io.github.mnistmaven.benchmark;

import ai.djl.pytorch.jni.JniUtils;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.model.Classification;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.commons.io.FileUtils;

/**
 * What a service does: it loads a model, and threads share it and classify one image at a time. Another process has trained the
 * model, since the memory that training takes is no service's, and has classified all images at once, with which each answer is
 * compared. Prints a row of a table for each model, and the resident memory after each quarter.
 */
public final class ServiceBenchmark {

    private static final int IMAGES = 20_000;
    private static final int WARM_UP = 2000;
    private static final int TRAINING = 4000;

    private static final String EXPECTED = "expected-probabilities";

    /** The last bits of a probability depend on how many images are classified at a time. */
    private static final double TOLERANCE = 1e-4;

    private final int requestThreads = BenchmarkProperties.requestThreads();
    private final TrainedModel model;
    private final DigitSet digits;
    /** The probabilities of all classes, image after image. */
    private final DoubleBuffer expected;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private final List<String> memory = new ArrayList<>();

    private ServiceBenchmark(TrainedModel model, DigitSet digits, DoubleBuffer expected) {
        this.model = model;
        this.digits = digits;
        this.expected = expected;
    }

    /**
     * Runs it.
     *
     * @param args none; parameters are the system properties that the module's pom sets
     * @throws InterruptedException if it is interrupted
     * @throws ExecutionException if an image cannot be classified
     * @throws IOException if the model cannot be written or read
     */
    public static void main(String[] args) throws InterruptedException, ExecutionException, IOException {
        System.out.printf(
                Locale.ROOT,
                "%d threads classify %,d images each, one at a time, with one model%n%n",
                BenchmarkProperties.requestThreads(),
                IMAGES);
        System.out.println(
                "| model | engine's threads | images/s | wrong answers | latency in ms: median | 95 % | 99 % | longest "
                        + "| resident memory at first and after each quarter |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (String name : BenchmarkProperties.models()) {
            Path directory = Files.createTempDirectory("service");
            try {
                inAnotherProcess(name, directory);
                DoubleBuffer expected = ByteBuffer.wrap(Files.readAllBytes(directory.resolve(EXPECTED)))
                        .asDoubleBuffer();
                try (TrainedModel model = TrainedModel.load(directory.resolve(name))) {
                    new ServiceBenchmark(model, digits().test(), expected).run();
                }
            } finally {
                FileUtils.deleteDirectory(directory.toFile());
            }
        }
    }

    private static EmbeddedDigits digits() {
        return new EmbeddedDigits().sizes(TRAINING, IMAGES);
    }

    private static void inAnotherProcess(String name, Path directory) throws IOException, InterruptedException {
        Process training = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Training.class.getName(),
                        name,
                        directory.toString())
                .inheritIO()
                .start();
        if (training.waitFor() != 0) {
            throw new IOException("training %s failed with exit code %d".formatted(name, training.exitValue()));
        }
    }

    /** What the other process does. */
    static final class Training {

        private Training() {}

        public static void main(String[] args) throws IOException {
            Path directory = Path.of(args[1]);
            try (TrainedModel model = Trainer.of(args[0]).epochs(2).train(digits().training())) {
                model.save(directory.resolve(args[0]));
                ByteBuffer expected = ByteBuffer.allocate(IMAGES * DigitSet.CLASSES * Double.BYTES);
                for (Classification answer : model.classify(digits().test())) {
                    for (int digit = 0; digit < DigitSet.CLASSES; digit++) {
                        expected.putDouble(answer.probability(digit));
                    }
                }
                Files.write(directory.resolve(EXPECTED), expected.array());
            }
        }
    }

    private void run() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(requestThreads);
        try {
            onEach(threads, WARM_UP);
            answered.set(0);
            memory.add(ProcessMemory.now());
            long start = System.nanoTime();
            List<long[]> latencies = onEach(threads, IMAGES);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %d | %,.0f | %d | %s | %s |%n",
                    model.name(),
                    JniUtils.getNumThreads(),
                    requestThreads * IMAGES / seconds,
                    wrong.get(),
                    new Latencies(
                            latencies.stream().flatMapToLong(LongStream::of).toArray()),
                    String.join(", ", memory));
        } finally {
            threads.shutdown();
        }
    }

    private List<long[]> onEach(ExecutorService threads, int images) throws InterruptedException, ExecutionException {
        List<Callable<long[]>> work = new ArrayList<>();
        for (int thread = 0; thread < requestThreads; thread++) {
            int first = thread * IMAGES / requestThreads;
            work.add(() -> classify(first, images));
        }
        List<long[]> latencies = new ArrayList<>();
        for (Future<long[]> done : threads.invokeAll(work)) {
            latencies.add(done.get());
        }
        return latencies;
    }

    /** The time that each image took, in nanoseconds. */
    private long[] classify(int first, int images) {
        long[] latencies = new long[images];
        for (int i = 0; i < images; i++) {
            int index = (first + i) % IMAGES;
            byte[] image = digits.image(index);
            long start = System.nanoTime();
            Classification answer = model.classify(image);
            latencies[i] = System.nanoTime() - start;
            if (!isExpected(answer, index)) {
                wrong.incrementAndGet();
            }
            if (answered.incrementAndGet() % (requestThreads * IMAGES / 4) == 0) {
                addMemory();
            }
        }
        return latencies;
    }

    private boolean isExpected(Classification answer, int index) {
        for (int digit = 0; digit < DigitSet.CLASSES; digit++) {
            double probability = expected.get(index * DigitSet.CLASSES + digit);
            if (Math.abs(answer.probability(digit) - probability) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private synchronized void addMemory() {
        memory.add(ProcessMemory.now());
    }
}
