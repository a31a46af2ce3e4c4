package io.github.mnistmaven.recipe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A trade-off between training time and accuracy. Each architecture has a recipe for each preset. */
public enum Preset {

    /**
     * For a build on every commit: as short as can be without falling behind the accuracies that the study published.
     */
    FAST,

    /** The default. */
    STANDARD,

    /** For a model to keep: accuracy counts more than time. */
    BEST;

    /**
     * The name by which users ask for it.
     *
     * @return in lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The preset of a name.
     *
     * @param id such as {@code fast}
     * @return the preset, or nothing if there is none of that name
     */
    public static Optional<Preset> of(String id) {
        return Arrays.stream(values()).filter(preset -> preset.id().equals(id)).findFirst();
    }
}
