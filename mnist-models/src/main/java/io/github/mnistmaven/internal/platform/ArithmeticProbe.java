package io.github.mnistmaven.internal.platform;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.internal.engine.EngineThreads;
import io.github.mnistmaven.recipe.Recipe;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the engine really computes, operation by operation, of fixed numbers. The names of processors and settings only hint at which
 * kernels run; two processes in which an operation of a network differs cannot be expected to train the same bits, whatever their names say.
 *
 * <p>For a network of this library, the operations are its layers. What a network of the user's own is made of is not known, and its
 * code may change while the platform stays the same; so for it there are the layers of the study's networks, which are DJL's own, and the
 * functions that the engine offers besides.
 */
final class ArithmeticProbe {

    private static final List<String> STUDY = List.of("cnn-reference", "lstm-reference");

    private final SortedMap<String, String> checksums = new TreeMap<>();

    private ArithmeticProbe() {}

    /**
     * Computes the operations that a training relies on, with as many threads as it would.
     *
     * @param architecture that is trained
     * @param recipe of the training
     * @return by operation, the CRC-32C of its result
     */
    static SortedMap<String, String> checksums(Architecture architecture, Recipe recipe) {
        ArithmeticProbe probe = new ArithmeticProbe();
        if (Architectures.builtIn().contains(architecture)) {
            probe.network(architecture, recipe);
        } else {
            STUDY.stream().map(Architectures::named).forEach(other -> probe.network(other, other.defaultRecipe()));
            probe.checksums.putAll(ElementaryFunctions.checksums());
        }
        return probe.checksums;
    }

    private void network(Architecture architecture, Recipe recipe) {
        int threads = recipe.replicas() == 1 ? EngineThreads.current() : 1;
        checksums.putAll(EngineThreads.with(threads, () -> NetworkProbe.checksums(architecture, recipe)));
    }
}
