package io.github.mnistmaven.plugin.protocol;

import io.github.mnistmaven.internal.files.OpenFiles;
import io.github.mnistmaven.internal.files.UnwritableException;
import java.io.IOException;
import java.nio.file.FileSystemException;
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
        UserErrorException error = new UserErrorException("cannot write %s to %s (%s)%s"
                .formatted(
                        what,
                        where,
                        UnwritableException.of(place(where, failure), failure).problem(),
                        advice(failure)));
        // Not as its cause: Maven shows the messages of all causes, which have names of temporary files in them.
        error.addSuppressed(failure);
        return error;
    }

    /** The system's own exceptions know it better. */
    private static Path place(Path where, IOException failure) {
        return failure instanceof FileSystemException fault && fault.getFile() != null
                ? Path.of(fault.getFile())
                : where;
    }

    /** Where no more files can be opened, another directory does not help. */
    private static String advice(IOException failure) {
        return OpenFiles.advice(failure).isPresent()
                ? ""
                : ": make it a writable directory with space left, or name another (parameter <outputDirectory>, -Dmnist.outputDirectory)";
    }
}
