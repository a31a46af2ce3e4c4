package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.internal.training.Batches;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Assembly of the batches of an epoch, while nothing else computes. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class BatchAssemblyBenchmark {

    private static final int DIGITS = 10_000;

    /** Whether images are augmented in all ways, a little each, or taken as they are. */
    @Param({"true", "false"})
    public boolean augmented;

    private Batches batches;

    /** Generates digits. */
    @Setup
    public void setUp() {
        DigitSet digits = new EmbeddedDigits().sizes(DIGITS, 1).training();
        Recipe recipe = Architectures.named("cnn")
                .defaultRecipe()
                .withAugmentation(Augmentation.NONE
                        .withRotation(10)
                        .withScale(0.1)
                        .withShear(0.1)
                        .withShift(1.5)
                        .withElasticDeformation(1.5));
        int[] all = IntStream.range(0, DIGITS).toArray();
        batches = new Batches(digits, all, augmented ? recipe : recipe.withAugmentation(Augmentation.NONE), 1);
    }

    /** Ends the thread that assembles batches. */
    @TearDown
    public void tearDown() {
        batches.close();
    }

    /**
     * Ten thousand images in batches.
     *
     * @param to consumes the batches
     */
    @Benchmark
    @OperationsPerInvocation(DIGITS)
    public void epoch(Blackhole to) {
        batches.epoch(1).forEachRemaining(step -> step.parts().forEach(part -> to.consume(part.get())));
    }
}
