package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Trains while other threads keep all cores busy, and while they do not. Prints the seconds of an epoch: the median and each.
 */
public final class BusyMachineBenchmark {

    private static final int DIGITS = 8000;
    private static final int WARM_UP = 256;
    private static final int TRAININGS = 5;

    private BusyMachineBenchmark() {}

    /**
     * Runs it.
     *
     * @param args none; parameters are the system properties that the module's pom sets
     */
    public static void main(String[] args) {
        DigitSet digits = new EmbeddedDigits().sizes(DIGITS, 1).training();
        for (String model : BenchmarkProperties.models()) {
            seconds(model, digits.first(WARM_UP));
            List<Double> quiet = new ArrayList<>();
            List<Double> busy = new ArrayList<>();
            for (int i = 0; i < TRAININGS; i++) {
                quiet.add(seconds(model, digits));
                busy.add(secondsWhileBusy(model, digits));
            }
            System.out.println(model + ", nothing else runs: " + text(quiet));
            System.out.println(model + ", all cores are busy: " + text(busy));
        }
    }

    private static double secondsWhileBusy(String model, DigitSet digits) {
        AtomicBoolean stop = new AtomicBoolean();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread busy = new Thread(() -> {
                while (!stop.get()) {
                    Thread.onSpinWait();
                }
            });
            busy.setDaemon(true);
            busy.start();
        }
        try {
            return seconds(model, digits);
        } finally {
            stop.set(true);
        }
    }

    private static double seconds(String model, DigitSet digits) {
        try (TrainedModel trained = Trainer.of(model).epochs(1).train(digits)) {
            return trained.history().seconds();
        }
    }

    private static String text(List<Double> seconds) {
        double median = Median.withDefaults()
                .evaluate(seconds.stream().mapToDouble(Double::doubleValue).toArray());
        return String.format(
                Locale.ROOT,
                "%.1f s (%s)",
                median,
                seconds.stream()
                        .map(each -> String.format(Locale.ROOT, "%.1f", each))
                        .collect(Collectors.joining(", ")));
    }
}
