package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.plugin.protocol.UserErrorException;

/** An architecture that was asked for by name: it is that one, or an error. */
final class NamedArchitecture {

    private NamedArchitecture() {}

    /** The parameter is the one that names it. */
    static Architecture of(String name, String parameter) throws UserErrorException {
        try {
            return Architectures.named(name);
        } catch (IllegalArgumentException | ArchitectureException e) {
            throw new UserErrorException(
                    "%s %s. An architecture of your own goes into the plugin's <dependencies>"
                            .formatted(e.getMessage(), parameter),
                    e);
        }
    }
}
