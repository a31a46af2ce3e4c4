package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.recipe.Preset;
import java.io.IOException;

/**
 * One training of a {@link SpeedRun}, in a process that has done nothing before. The clock runs from when the training digits are in memory, as
 * bytes, until the weights are final: the check of the network, augmentation, and validation are within, the start of the engine and the
 * reading of files are measured beside it. The test digits are read afterwards.
 */
final class SpeedRunProcess {

    private SpeedRunProcess() {}

    /**
     * Trains and prints what was measured.
     *
     * @param args model, preset and seed
     * @throws IOException if MNIST cannot be read
     */
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        PyTorch.engine();
        long engine = System.nanoTime();
        DigitDirectory mnist = new DigitDirectory(BenchmarkProperties.data());
        DigitSet training = mnist.training();
        long data = System.nanoTime();
        Trainer trainer =
                Trainer.of(args[0]).preset(Preset.of(args[1]).orElseThrow()).seed(Long.parseLong(args[2]));
        boolean portable = Numerics.in(Numerics.relevant(System.getenv())) == Numerics.PORTABLE;
        try (TrainedModel model = (portable ? trainer.portable() : trainer).train(training)) {
            long trained = System.nanoTime();
            double accuracy = model.evaluate(mnist.test()).accuracy();
            System.out.println(new SpeedRunResult(
                            seconds(start, engine),
                            seconds(engine, data),
                            seconds(data, trained),
                            accuracy,
                            ProcessMemory.peak().orElse(0),
                            Sgemm.peak())
                    .line());
        }
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
