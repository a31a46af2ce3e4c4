package io.github.mnistmaven.internal.platform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.Autograd;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The layers of a network, each by itself on fixed numbers, so that a layer that differs leaves those after it as they are: in inference,
 * in training, and its backward pass. Then all of them together, as they lie in memory when one follows the other.
 */
final class NetworkProbe {

    private static final int SEED = 5;

    /** Few, so that the largest of the networks takes no longer than a fraction of a second. */
    private static final int MAX_BATCH = 8;

    /** Of the numbers that a layer is given; those of its gradient are others. */
    private static final int INPUT = 1;

    private static final int GRADIENT = 2;

    private final String name;
    private final NDManager manager;
    private final SortedMap<String, String> checksums = new TreeMap<>();

    private NetworkProbe(String name, NDManager manager) {
        this.name = name;
        this.manager = manager;
    }

    /**
     * Computes a step of training and of inference.
     *
     * @param architecture of the network
     * @param recipe how wide it is, and how many images there are in a batch
     * @return by operation, the CRC-32C of its result
     */
    static SortedMap<String, String> checksums(Architecture architecture, Recipe recipe) {
        try (NDManager manager = PyTorch.newManager()) {
            NetworkProbe probe = new NetworkProbe(architecture.name(), manager);
            Autograd.off(() -> {
                probe.run(architecture, recipe);
                return probe;
            });
            return probe.checksums;
        }
    }

    private void run(Architecture architecture, Recipe recipe) {
        Block network = architecture.newBlock(recipe.capacity().widthMultiplier());
        PyTorch.engine().setRandomSeed(SEED);
        network.initialize(manager, DataType.FLOAT32, new Shape(1, 1, DigitSet.ROWS, DigitSet.COLUMNS));
        record("initial parameters", parameters(network, parameter -> true));

        NDArray images = FixedNumbers.images(manager, Math.min(MAX_BATCH, recipe.batchSize() / recipe.replicas()));
        NDArray input = images;
        List<Block> layers = layers(network);
        for (int i = 0; i < layers.size(); i++) {
            Block layer = layers.get(i);
            String what = "layer %02d (%s), ".formatted(i + 1, name(layer));
            NDArray output = probe(what, layer, input, input != images);
            input = numbersLike(output, INPUT);
        }
        NDArray logits = probe("whole network, ", network, images, false);
        if (recipe.capacity().ensembleSize() > 1) {
            NDList members = new NDList(logits, numbersLike(logits, INPUT), logits.neg());
            record("mean of an ensemble", List.of(NDArrays.stack(members).mean(new int[] {0})));
        }
    }

    /** A layer, or several: layers may be nested. */
    private static List<Block> layers(Block block) {
        return block instanceof SequentialBlock
                ? block.getChildren().values().stream()
                        .flatMap(child -> layers(child).stream())
                        .toList()
                : List.of(block);
    }

    private static String name(Block layer) {
        return layer instanceof LambdaBlock lambda
                ? lambda.getName()
                : layer.getClass().getSimpleName();
    }

    private NDArray probe(String what, Block block, NDArray numbers, boolean differentiated) {
        record(what + "inference", List.of(forward(block, numbers, false)));

        NDArray input = numbers.duplicate();
        if (differentiated) {
            input.setRequiresGradient(true);
        }
        PyTorch.engine().setRandomSeed(SEED);
        NDArray output = Autograd.on(() -> forward(block, input, true));
        List<NDArray> averages = parameters(block, parameter -> !parameter.requiresGradient());
        record(
                what + "training",
                Stream.concat(Stream.of(output), averages.stream()).toList());

        List<NDArray> trained = parameters(block, Parameter::requiresGradient);
        if (!trained.isEmpty() || differentiated) {
            Autograd.backward(output, numbersLike(output, GRADIENT));
            List<NDArray> gradients = new ArrayList<>();
            trained.forEach(parameter -> gradients.add(parameter.getGradient()));
            if (differentiated) {
                gradients.add(input.getGradient());
            }
            record(what + "backward pass", gradients);
            gradients.forEach(gradient -> gradient.subi(gradient));
        }
        return output;
    }

    private NDArray forward(Block block, NDArray input, boolean training) {
        return block.forward(new ParameterStore(manager, false), new NDList(input), training)
                .singletonOrThrow();
    }

    /** Laid out in memory as another array is, since the engine computes layouts differently. */
    private NDArray numbersLike(NDArray other, int numbers) {
        NDArray detached = other.stopGradient();
        return detached.mul(0).add(FixedNumbers.of(manager, other.getShape(), numbers));
    }

    private static List<NDArray> parameters(Block block, Predicate<Parameter> which) {
        return block.getParameters().values().stream()
                .filter(which)
                .map(Parameter::getArray)
                .toList();
    }

    private void record(String what, List<NDArray> results) {
        checksums.put("%s: %s".formatted(name, what), FixedNumbers.checksum(results));
    }
}
