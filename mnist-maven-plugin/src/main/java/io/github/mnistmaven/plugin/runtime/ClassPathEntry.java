package io.github.mnistmaven.plugin.runtime;

import java.nio.file.Path;

/**
 * Something on the worker's class path.
 *
 * @param artifact its group, artifact and classifier, which stay the same from version to version and wherever it is
 * @param path a jar or a directory
 */
public record ClassPathEntry(String artifact, Path path) {}
