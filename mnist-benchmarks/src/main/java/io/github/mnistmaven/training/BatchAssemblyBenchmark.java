package io.github.mnistmaven.training;

import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
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

/** An epoch's batches, assembled while nothing else computes; in this package to see them. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class BatchAssemblyBenchmark {

    private static final int DIGITS = 10_000;

    /** Whether images are varied as {@code cnn}'s recipe says, or taken as they are. */
    @Param({"true", "false"})
    public boolean augmented;

    private Batches batches;

    /** Draws digits. */
    @Setup
    public void setUp() {
        DigitSet digits = new EmbeddedDigits(1, DIGITS, 1).training();
        Recipe recipe = Architectures.named("cnn").defaultRecipe();
        batches = new Batches(digits, augmented ? recipe : recipe.withAugmentation(Augmentation.NONE), 1);
    }

    /** Ends its thread. */
    @TearDown
    public void tearDown() {
        batches.close();
    }

    /**
     * Ten thousand images in batches.
     *
     * @param to takes them
     */
    @Benchmark
    @OperationsPerInvocation(DIGITS)
    public void epoch(Blackhole to) {
        Iterator<Batch> epoch = batches.epoch(1);
        while (epoch.hasNext()) {
            to.consume(epoch.next());
        }
    }
}
