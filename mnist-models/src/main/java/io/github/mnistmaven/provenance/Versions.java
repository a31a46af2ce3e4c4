package io.github.mnistmaven.provenance;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What a model was taught by.
 *
 * @param library this library
 * @param djl the Deep Java Library
 * @param pytorch the engine
 */
public record Versions(String library, String djl, String pytorch) {

    static Versions current() {
        return new Versions(
                libraryVersion(),
                Engine.getDjlVersion(),
                Engine.getEngine(Platform.ENGINE).getVersion());
    }

    private static String libraryVersion() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("library.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("library.properties is part of this library", e);
        }
        return properties.getProperty("version");
    }
}
