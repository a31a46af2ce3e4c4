package io.github.mnistmaven.plugin.worker;

import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.nio.file.Path;

/** What is said when a result cannot be written. */
final class Unwritable {

    private Unwritable() {}

    static UserErrorException because(String what, Path where, IOException failure) {
        return new UserErrorException(
                "cannot write %s to %s (%s): make it a writable directory with space left, or name another (parameter <outputDirectory>, -Dmnist.outputDirectory)"
                        .formatted(what, where, failure),
                failure);
    }
}
