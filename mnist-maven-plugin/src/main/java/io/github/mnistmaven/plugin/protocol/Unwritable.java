package io.github.mnistmaven.plugin.protocol;

import java.io.IOException;
import java.nio.file.Path;

/** What is said when a result cannot be written. */
public final class Unwritable {

    private Unwritable() {}

    /**
     * The error to end a goal with.
     *
     * @param what cannot be written
     * @param where it should have gone
     * @param failure what it was noticed by
     * @return names the parameter to change
     */
    public static UserErrorException because(String what, Path where, IOException failure) {
        return new UserErrorException(
                "cannot write %s to %s (%s): make it a writable directory with space left, or name another (parameter <outputDirectory>, -Dmnist.outputDirectory)"
                        .formatted(what, where, failure),
                failure);
    }
}
