/**
 * Digits, networks, training and evaluation. Begin with {@link io.github.mnistmaven.model.TrainedModel}, or with
 * {@link io.github.mnistmaven.model.Trainer}.
 *
 * <p>Packages named {@code internal} are not part of the library: any version may change them. Only {@code mnist-study} reaches the
 * few that it shares.
 *
 * <p>The jar with PyTorch's native library, {@code pytorch-native-cpu}, is not a module and cannot become one: the name that its
 * manifest gives it is none. It belongs on the class path, also where all else is on the module path.
 *
 * @uses io.github.mnistmaven.architecture.Architecture networks that are found by name, in addition to those of this module
 */
@SuppressWarnings({
    "module", // mnist-study is compiled after this one
    "requires-automatic", // DJL has no descriptors
    "requires-transitive-automatic"
})
module io.github.mnistmaven.models {
    requires transitive ai.djl.api;
    requires transitive java.desktop;
    requires ai.djl.pytorch_engine;
    requires com.google.gson;
    requires com.sun.jna;
    requires java.net.http;
    requires org.apache.commons.io;
    requires org.apache.commons.statistics.interval;
    // DJL needs it, and has no descriptor that would say so.
    requires org.slf4j;

    exports io.github.mnistmaven.architecture;
    exports io.github.mnistmaven.data;
    exports io.github.mnistmaven.data.embedded;
    exports io.github.mnistmaven.data.image;
    exports io.github.mnistmaven.evaluation;
    exports io.github.mnistmaven.model;
    exports io.github.mnistmaven.provenance;
    exports io.github.mnistmaven.recipe;
    exports io.github.mnistmaven.training;
    exports io.github.mnistmaven.internal.failures to
            io.github.mnistmaven.study;
    exports io.github.mnistmaven.internal.files to
            io.github.mnistmaven.study;
    exports io.github.mnistmaven.internal.layers to
            io.github.mnistmaven.study;
    exports io.github.mnistmaven.internal.runs to
            io.github.mnistmaven.study;

    // DJL makes the network of a saved model by the name of the class that is in its serving.properties.
    opens io.github.mnistmaven.internal.serving to
            ai.djl.api;

    uses io.github.mnistmaven.architecture.Architecture;
}
