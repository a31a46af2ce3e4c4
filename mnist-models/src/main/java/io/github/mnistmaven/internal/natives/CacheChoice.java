package io.github.mnistmaven.internal.natives;

/** Who chose the directory that the engine's libraries are unpacked to, for messages about it. */
public final class CacheChoice {

    /**
     * The system property by which a process that starts another one, and names that directory to it by an environment variable, tells
     * what it took the directory from.
     */
    public static final String PROPERTY = "io.github.mnistmaven.engineCache.chosenBy";

    private CacheChoice() {}
}
