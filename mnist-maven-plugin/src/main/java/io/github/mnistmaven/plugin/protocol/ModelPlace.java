package io.github.mnistmaven.plugin.protocol;

import java.nio.file.Path;

/**
 * Where a model and what belongs to it are.
 *
 * @param root the directory that all else is below
 * @param model the saved model
 * @param stamp the file with what it was trained with, by which the next build knows whether it is up to date
 * @param checkpoints what a stopped training is resumed from; gone once the model is saved
 */
public record ModelPlace(Path root, Path model, Path stamp, Path checkpoints) {

    /**
     * The place of the model for people who know the root.
     *
     * @return such as {@code models/cnn}
     */
    public String relativeModel() {
        return root.relativize(model).toString().replace('\\', '/');
    }
}
