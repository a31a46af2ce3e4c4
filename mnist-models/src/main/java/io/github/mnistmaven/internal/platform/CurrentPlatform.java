package io.github.mnistmaven.internal.platform;

import ai.djl.engine.Engine;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.internal.engine.EngineThreads;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.internal.numerics.ArithmeticDigest;
import io.github.mnistmaven.internal.numerics.Cpu;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Versions;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.TrainingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;

/** The platform and the software versions of this process, for the provenance of its models. Loads the engine. */
public final class CurrentPlatform {

    private CurrentPlatform() {}

    /**
     * The platform of this process, as far as a training depends on it. Draws random numbers of the engine, which a run in progress
     * would miss.
     *
     * @param architecture that is trained
     * @param recipe of the training
     * @return its values
     * @throws IllegalStateException if an environment variable that arithmetic depends on has an unknown value; the message says
     *     which one, and which values are known
     * @throws TrainingException if numerics are portable, but the engine does not compute as they demand; the message says which of
     *     its libraries does not
     */
    public static Platform platform(Architecture architecture, Recipe recipe) {
        return platform(System.getenv(), architecture, recipe);
    }

    static Platform platform(Map<String, String> variables, Architecture architecture, Recipe recipe) {
        SortedMap<String, String> environment = Numerics.relevant(variables);
        requireKnown(environment);
        Numerics numerics = Numerics.in(environment);
        if (numerics == Numerics.PORTABLE) {
            PortableEngine.require(numerics.id());
        }
        SortedMap<String, String> arithmetic = ArithmeticProbe.checksums(architecture, recipe);
        Cpu cpu = Cpu.current();
        return Platform.of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                PrintableText.abbreviated(cpu.name()),
                cpu.instructionSet(environment),
                // A training uses no more than that either.
                Math.min(EngineThreads.current(), Platform.MAX_THREADS),
                numerics.id(),
                environment,
                ArithmeticDigest.of(arithmetic),
                arithmetic,
                Runtime.version().toString());
    }

    /** Whoever reads a provenance only accepts known values, so no others are recorded. */
    private static void requireKnown(Map<String, String> environment) {
        try {
            Numerics.requireKnown(environment);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    e.getMessage() + ". Unset it, or set it to one of these, before this process is started", e);
        }
    }

    /**
     * The software of this process.
     *
     * @return its versions
     */
    public static Versions versions() {
        // First, as DJL would otherwise choose how to start.
        String engine = PyTorch.engine().getVersion();
        return Versions.of(libraryVersion(), Engine.getDjlVersion(), engine);
    }

    private static String libraryVersion() {
        Properties properties = new Properties();
        try (InputStream in = CurrentPlatform.class.getResourceAsStream("library.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("library.properties is part of this library", e);
        }
        return properties.getProperty("version");
    }
}
