package io.github.mnistmaven.study.internal.drawing;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.provenance.Provenance;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model of a report, and where it may be saved.
 *
 * @param number of the model in the report, from 1 on, which decides its colour
 * @param name what the report calls it
 * @param provenance what went into it
 * @param parametersSha256 the digest of its parameters; empty where results do not have it, so that the provenance has to do
 * @param directory where it is, unless it was moved, deleted or trained again
 */
public record DrawableModel(
        int number, String name, Provenance provenance, Optional<String> parametersSha256, Path directory) {

    /**
     * Checks that all are there.
     *
     * @param number of the model in the report, from 1 on, which decides its colour
     * @param name what the report calls it
     * @param provenance what went into it
     * @param parametersSha256 the digest of its parameters; empty where results do not have it, so that the provenance has to do
     * @param directory where it is, unless it was moved, deleted or trained again
     */
    public DrawableModel {
        Bounds.requireWithin("number", number, 1, Integer.MAX_VALUE);
        Bounds.requirePresent("name", name);
        Bounds.requirePresent("provenance", provenance);
        Bounds.requirePresent("parametersSha256", parametersSha256);
        Bounds.requirePresent("directory", directory);
    }

    /** Whether a saved model is this one. */
    boolean isSavedAs(RunFile run) {
        return provenance.equals(run.provenance())
                && parametersSha256.map(run.parametersSha256()::equals).orElse(true);
    }
}
