package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.model.Classification;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import java.util.List;
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

/** Inference: one digit at a time, and many at once. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ClassificationBenchmark {

    private static final int MANY = 10_000;

    /** The model; its accuracy does not affect the time. */
    @Param({"cnn", "lstm"})
    public String model;

    private TrainedModel trained;
    private DigitSet digits;
    private byte[] pixels;

    /** Trains the model for one epoch. */
    @Setup
    public void setUp() {
        EmbeddedDigits drawn = new EmbeddedDigits().sizes(1000, MANY);
        trained = Trainer.of(model).epochs(1).train(drawn.training());
        digits = drawn.test();
        pixels = new byte[DigitSet.PIXELS];
        digits.copyImage(0, pixels, 0);
    }

    /** Frees the model. */
    @TearDown
    public void tearDown() {
        trained.close();
    }

    /**
     * One image.
     *
     * @return the prediction
     */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Classification one() {
        return trained.classify(pixels);
    }

    /**
     * Ten thousand images.
     *
     * @return the prediction
     */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(MANY)
    public List<Classification> many() {
        return trained.classify(digits);
    }
}
