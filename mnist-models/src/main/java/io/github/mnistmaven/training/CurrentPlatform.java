package io.github.mnistmaven.training;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.files.PrintableText;
import io.github.mnistmaven.provenance.Cpu;
import io.github.mnistmaven.provenance.Numerics;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;

/** The platform and the software versions of this process, for the provenance of its models. Loads the engine. */
public final class CurrentPlatform {

    private CurrentPlatform() {}

    /**
     * The platform of this process.
     *
     * @return its values
     * @throws IllegalArgumentException if an environment variable that arithmetic depends on has an unknown value
     */
    public static Platform platform() {
        // First, as getting the number of threads does not load the engine.
        Engine.getEngine(Architecture.ENGINE);
        SortedMap<String, String> environment = Numerics.relevant(System.getenv());
        Cpu cpu = Cpu.current();
        return new Platform(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                PrintableText.abbreviated(cpu.name()),
                cpu.instructionSet(environment),
                JniUtils.getNumThreads(),
                Numerics.in(environment).id(),
                environment,
                Arithmetic.sha256(),
                Runtime.version().toString());
    }

    /**
     * The software of this process.
     *
     * @return its versions
     */
    static Versions versions() {
        return new Versions(
                libraryVersion(),
                Engine.getDjlVersion(),
                Engine.getEngine(Architecture.ENGINE).getVersion());
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
