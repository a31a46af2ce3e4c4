package io.github.mnistmaven.model;

import ai.djl.engine.Engine;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.jni.JniUtils;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.Run;
import io.github.mnistmaven.training.Training;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What went into a run, and where it ran.
 *
 * @param architecture the name of the architecture
 * @param parameters the number of its trained parameters and batch-norm averages
 * @param recipe how it was taught
 * @param seed what all random choices derive from
 * @param data what it was taught with
 * @param versions of the software
 * @param platform the machine
 */
public record Provenance(
        String architecture,
        long parameters,
        Recipe recipe,
        long seed,
        Data data,
        Versions versions,
        Platform platform) {

    /** That of a run in this process. */
    static Provenance of(Run run, String source, Block block) {
        return new Provenance(
                run.architecture().name(),
                block.getParameters().values().stream()
                        .map(Parameter::getShape)
                        .mapToLong(shape -> shape.size())
                        .sum(),
                run.recipe(),
                run.seed(),
                new Data(source, run.digits().size(), run.digits().fingerprint()),
                Versions.current(),
                Platform.current());
    }

    /**
     * What a model was taught with.
     *
     * @param source in words, such as {@code embedded} or {@code mnist}
     * @param trainingDigits the number of training digits, the held-out ones included
     * @param trainingFingerprint see {@link io.github.mnistmaven.data.DigitSet#fingerprint()}
     */
    public record Data(String source, int trainingDigits, String trainingFingerprint) {}

    /**
     * What it was taught by.
     *
     * @param library this library
     * @param djl the Deep Java Library
     * @param pytorch the engine
     * @param java the JDK
     */
    public record Versions(String library, String djl, String pytorch, String java) {

        static Versions current() {
            return new Versions(
                    libraryVersion(),
                    Engine.getDjlVersion(),
                    Engine.getEngine(Training.ENGINE).getVersion(),
                    Runtime.version().toString());
        }

        private static String libraryVersion() {
            Properties properties = new Properties();
            try (InputStream in = Provenance.class.getResourceAsStream("library.properties")) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("library.properties is part of this library", e);
            }
            return properties.getProperty("version");
        }
    }

    /**
     * Where it was taught.
     *
     * @param os name of the operating system
     * @param architecture of the processor
     * @param processors that the JVM saw
     * @param threads that the engine used
     */
    public record Platform(String os, String architecture, int processors, int threads) {

        static Platform current() {
            return new Platform(
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    Runtime.getRuntime().availableProcessors(),
                    JniUtils.getNumThreads());
        }
    }
}
