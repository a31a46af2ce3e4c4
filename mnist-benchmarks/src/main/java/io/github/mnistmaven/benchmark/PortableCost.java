package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.recipe.Preset;
import java.io.IOException;
import java.util.Locale;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What portable numerics cost: each model and preset is trained with native and with portable numerics in turn, each time in a process of its own,
 * with one seed after the other. Prints each pair, and the median of their ratios.
 */
public final class PortableCost {

    private PortableCost() {}

    /**
     * Runs it.
     *
     * @param args none; parameters are the system properties that the module's pom sets
     * @throws IOException if a process cannot be started
     * @throws InterruptedException if this one is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        BenchmarkProperties.data();
        int first = BenchmarkProperties.firstSeed();
        for (String model : BenchmarkProperties.models()) {
            for (Preset preset : BenchmarkProperties.presets()) {
                double[] ratios = new double[BenchmarkProperties.seeds()];
                for (int i = 0; i < ratios.length; i++) {
                    // Either comes first half of the time.
                    Numerics former = i % 2 == 0 ? Numerics.NATIVE : Numerics.PORTABLE;
                    Numerics latter = i % 2 == 0 ? Numerics.PORTABLE : Numerics.NATIVE;
                    double formerSeconds = seconds(model, preset, first + i, former);
                    double latterSeconds = seconds(model, preset, first + i, latter);
                    double nativeSeconds = i % 2 == 0 ? formerSeconds : latterSeconds;
                    double portableSeconds = i % 2 == 0 ? latterSeconds : formerSeconds;
                    ratios[i] = portableSeconds / nativeSeconds;
                    System.out.printf(
                            Locale.ROOT,
                            "%-5s %-8s seed %2d: native %6.2f s, portable %6.2f s, ratio %.3f%n",
                            model,
                            preset.id(),
                            first + i,
                            nativeSeconds,
                            portableSeconds,
                            ratios[i]);
                }
                System.out.printf(
                        Locale.ROOT,
                        "%-5s %-8s median of %d ratios: %.3f%n",
                        model,
                        preset.id(),
                        ratios.length,
                        Median.withDefaults().evaluate(ratios));
            }
        }
    }

    private static double seconds(String model, Preset preset, int seed, Numerics numerics)
            throws IOException, InterruptedException {
        return SpeedRun.inNewProcess(model, preset, seed, numerics).trainingSeconds();
    }
}
