package io.github.mnistmaven.internal.training;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.Autograd;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.networks.ForeignCode;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Recipe;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What an architecture has to get right, tried out on a throw-away network before minutes are spent on training it: a pass in inference
 * and a step of training on a small batch, and whether it can be saved. Belongs into a {@link Turn}: it draws random numbers of the engine,
 * which a run in progress would miss.
 */
public final class NetworkCheck {

    private static final String EXPECTED =
            "expected logits: one array of type float32 and shape [N, %d] for N images of type float32 and shape [N, 1, %d, %d]"
                    .formatted(DigitSet.CLASSES, DigitSet.ROWS, DigitSet.COLUMNS);

    private final ArchitectureCode code;
    private final Block network;
    private final NDManager manager;

    private NetworkCheck(ArchitectureCode code, Block network, NDManager manager) {
        this.code = code;
        this.network = network;
        this.manager = manager;
    }

    /**
     * Checks an architecture.
     *
     * @param code of the architecture
     * @param recipe how it is to be trained
     * @throws ArchitectureException if it cannot be trained; the message says what happened and what is expected
     */
    public static void require(ArchitectureCode code, Recipe recipe) {
        Capacity one = recipe.capacity().withEnsembleSize(1);
        try (NDManager manager = PyTorch.newManager()) {
            Block network = code.newBlock(one);
            Block other = code.newBlock(one);
            requireNothingShared(code, network, other);
            code.initialize(network, manager);
            new NetworkCheck(code, network, manager).run(other, recipe.replicas());
            requireSameShapes(code, network, code.newBlock(one), manager);
        }
    }

    /** Networks of one run, such as those of an ensemble or this throw-away one, would train each other. */
    private static void requireNothingShared(ArchitectureCode code, Block network, Block other) {
        Set<Object> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.add(network);
        parts.addAll(network.getParameters().values());
        boolean shared =
                parts.contains(other) || other.getParameters().values().stream().anyMatch(parts::contains);
        if (shared) {
            throw code.failure(
                    "newBlock() returns the network of the previous call, or one with the same layers; it must build new layers at each call");
        }
    }

    /** What is saved of one is loaded into another. */
    private static void requireSameShapes(ArchitectureCode code, Block network, Block other, NDManager manager) {
        code.initializeWithZeros(other, manager);
        List<Shape> shapes = shapes(network);
        List<Shape> others = shapes(other);
        if (!shapes.equals(others)) {
            throw code.failure(
                    "newBlock() returns parameters of the shapes %s at one call, and of %s at another; it must build the same layers at each call"
                            .formatted(shapes, others));
        }
    }

    private static List<Shape> shapes(Block network) {
        return network.getParameters().values().stream()
                .map(Parameter::getShape)
                .toList();
    }

    private void run(Block other, int replicas) {
        requireParameters();
        Autograd.off(() -> {
            infer(2);
            infer(1);
            train(2);
            if (replicas > 1) {
                requireNothingDrawn(replicas);
            }
            // After a step of training, as that is when layers begin to remember.
            reload(other);
            StateCheck.requireSame(code, network, other, manager);
            return network;
        });
    }

    private void requireParameters() {
        boolean trained = false;
        for (Pair<String, Parameter> pair : network.getParameters()) {
            Parameter parameter = pair.getValue();
            if (!parameter.isInitialized()) {
                throw code.failure(
                        "its network does not initialize its parameter %s; a block initializes its children in initializeChildBlocks"
                                .formatted(pair.getKey()));
            }
            if (parameter.getArray().getDataType() != DataType.FLOAT32) {
                throw code.failure("its network has a parameter %s of type %s; parameters must be of type float32"
                        .formatted(pair.getKey(), parameter.getArray().getDataType()));
            }
            trained |= parameter.requiresGradient();
        }
        if (!trained) {
            throw code.failure(
                    "its network has no parameters to train; add layers with parameters by addChildBlock or SequentialBlock.add, and do not freeze all of them");
        }
    }

    private void infer(int batch) {
        try (NDManager step = manager.newSubManager()) {
            forward(batch, step, false);
        }
    }

    private void train(int batch) {
        try (NDManager step = manager.newSubManager()) {
            NDArray logits = Autograd.on(() -> forward(batch, step, true));
            ForeignCode.call(
                    () -> {
                        Autograd.backward(logits, logits.onesLike());
                        return logits;
                    },
                    thrown -> code.failure(
                            "no gradient flows from the logits of its network back to its parameters (%s); compute logits from parameters, with operations of the engine that have gradients"
                                    .formatted(ForeignCode.describe(thrown)),
                            thrown));
        }
    }

    /** The engine has one random generator, from which several threads would draw in an order that varies. */
    private void requireNothingDrawn(int replicas) {
        if (!Arrays.equals(drawAfter(() -> {}), drawAfter(() -> train(2)))) {
            throw code.failure(
                    "its network draws random numbers in training, as dropout does, but its recipe has %d replicas, which would draw them in a varying order; train it with one: recipe.withReplicas(1)"
                            .formatted(replicas));
        }
    }

    private float[] drawAfter(Runnable work) {
        PyTorch.engine().setRandomSeed(1);
        work.run();
        try (NDArray drawn = manager.randomUniform(0, 1, new Shape(4))) {
            return drawn.toFloatArray();
        }
    }

    private NDArray forward(int batch, NDManager step, boolean training) {
        String when = "for a batch of %d in %s, its network".formatted(batch, training ? "training" : "inference");
        NDList output = ForeignCode.call(
                () -> network.forward(new ParameterStore(step, false), new NDList(images(batch, step)), training),
                thrown -> code.failure(
                        "%s throws %s; %s".formatted(when, ForeignCode.describe(thrown), EXPECTED), thrown));
        if (output == null || output.size() != 1) {
            throw code.failure(
                    "%s returns %s; %s".formatted(when, output == null ? null : output.size() + " arrays", EXPECTED));
        }
        NDArray logits = output.head();
        if (!Inference.isLogits(logits, batch)) {
            throw code.failure("%s returns %s; %s".formatted(when, Inference.describe(logits), EXPECTED));
        }
        for (float logit : logits.toFloatArray()) {
            if (!Float.isFinite(logit)) {
                throw code.failure(
                        "%s returns a logit of %s with its initial parameters; look for a division by zero, a logarithm, or initial values that are too large"
                                .formatted(when, logit));
            }
        }
        return logits;
    }

    /** Not blank: a network may divide by the ink of an image, as no digit is without. */
    private static NDArray images(int batch, NDManager step) {
        float[] pixels = new float[batch * DigitSet.PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 7 / 6f;
        }
        return step.create(pixels, new Shape(batch, 1, DigitSet.ROWS, DigitSet.COLUMNS));
    }

    private void reload(Block other) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            network.saveParameters(new DataOutputStream(bytes));
            other.loadParameters(manager, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException | MalformedModelException | RuntimeException e) {
            throw code.failure(
                    "the parameters of its network cannot be saved and loaded into another (%s); newBlock() must build the same layers at each call"
                            .formatted(ForeignCode.describe(e)),
                    e);
        }
    }
}
