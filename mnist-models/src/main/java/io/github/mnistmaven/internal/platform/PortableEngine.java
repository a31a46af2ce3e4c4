package io.github.mnistmaven.internal.platform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import io.github.mnistmaven.internal.engine.Autograd;
import io.github.mnistmaven.internal.engine.EngineThreads;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.training.TrainingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether the engine computes as portable numerics demand. Each of the libraries that it computes with picks its code by a variable of the environment;
 * whether it does is seen from an operation that gives other bits if not.
 */
final class PortableEngine {

    /** The release that the expected checksums are known of; another one may compute otherwise and be as portable. */
    static final String RELEASE = "2.7.1";

    /** Windows and macOS have other builds of these libraries. */
    private static final String SYSTEM = "Linux";

    /** A library, with an operation of its own and the checksum that it has with the setting, on each processor of docs/portable-bits.md. */
    enum Library {
        ATEN("PyTorch", "ATEN_CPU_CAPABILITY=avx2", "softmax", PortableEngine::softmax, "dfeae9cf"),
        ONEDNN("oneDNN", "ONEDNN_MAX_CPU_ISA=AVX2", "convolution", PortableEngine::convolution, "175f40a6"),
        MKL("MKL", "MKL_CBWR=COMPATIBLE", "matrix product", PortableEngine::product, "563da957");

        private final String title;
        private final String setting;
        private final String operation;
        private final Function<NDManager, NDArray> computation;
        private final String expected;

        Library(
                String title,
                String setting,
                String operation,
                Function<NDManager, NDArray> computation,
                String expected) {
            this.title = title;
            this.setting = setting;
            this.operation = operation;
            this.computation = computation;
            this.expected = expected;
        }

        private String checksum(NDManager manager) {
            return FixedNumbers.checksum(List.of(computation.apply(manager)));
        }

        @Override
        public String toString() {
            return "the %s of %s gives different bits here than on other processors; either %s does not follow %s, or it computes differently on this processor"
                    .formatted(operation, title, title, setting);
        }
    }

    private PortableEngine() {}

    /**
     * Requires that all libraries follow their settings.
     *
     * @param numerics the name of these numerics, for the message
     * @throws TrainingException if one does not; the message says which
     */
    static void require(String numerics) {
        if (System.getProperty("os.name").equals(SYSTEM)
                && PyTorch.engine().getVersion().equals(RELEASE)) {
            require(numerics, ignoringTheirSetting());
        }
    }

    static void require(String numerics, List<Library> ignoringTheirSetting) {
        if (!ignoringTheirSetting.isEmpty()) {
            throw new TrainingException(
                    "numerics '%s' would not be portable here: %s. Train with numerics 'native', and please report this processor"
                            .formatted(
                                    numerics,
                                    ignoringTheirSetting.stream()
                                            .map(Library::toString)
                                            .collect(Collectors.joining("; "))));
        }
    }

    /** The libraries that compute otherwise. */
    static List<Library> ignoringTheirSetting() {
        List<Library> ignoringTheirSetting = new ArrayList<>();
        try (NDManager manager = PyTorch.newManager()) {
            EngineThreads.with(
                    1,
                    () -> Autograd.off(() -> Arrays.stream(Library.values())
                            .filter(library -> !library.checksum(manager).equals(library.expected))
                            .map(ignoringTheirSetting::add)
                            .count()));
        }
        return ignoringTheirSetting;
    }

    private static NDArray softmax(NDManager manager) {
        return FixedNumbers.of(manager, new Shape(16, 500)).softmax(1);
    }

    private static NDArray convolution(NDManager manager) {
        NDArray images = FixedNumbers.of(manager, new Shape(4, 16, 12, 12));
        NDArray kernels = FixedNumbers.of(manager, new Shape(32, 16, 3, 3));
        return Conv2d.conv2d(images, kernels, null, new Shape(1, 1)).singletonOrThrow();
    }

    private static NDArray product(NDManager manager) {
        return FixedNumbers.of(manager, new Shape(48, 300)).matMul(FixedNumbers.of(manager, new Shape(300, 64)));
    }
}
