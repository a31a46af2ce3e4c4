package io.github.mnistmaven.recipe;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A trade-off between training time and accuracy. An architecture may have a recipe for each preset; unless it says otherwise, it has
 * the same one for all.
 *
 * <pre>{@code
 * Trainer quick = Trainer.of("cnn").preset(Preset.FAST);
 * Recipe best = Architectures.named("lstm").recipe(Preset.BEST);
 * Preset asked = Preset.of("robust").orElseThrow();   // by the name that users give
 * }</pre>
 *
 * <p>"The study" below is the published study that this project re-creates: on MNIST, its CNN has an accuracy of 0.9913 and its LSTM
 * one of 0.9845.
 */
public enum Preset {

    /** The fewest seconds to the accuracies that the study published. */
    RECORD,

    /** For a build on every commit: a few seconds, and more accurate than what the study published. */
    FAST,

    /** The default. */
    STANDARD,

    /**
     * For digits of other hands and pens than those of the training digits, and for pictures: as {@link #STANDARD}, but with images varied more,
     * and with labels smoothed, so that what is no digit gets lower probabilities.
     */
    ROBUST,

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
     * The names of all presets.
     *
     * @return in the order of their constants, from the least time to the most
     */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Preset::id).toList();
    }

    /**
     * The preset of a name.
     *
     * @param id such as {@code fast}
     * @return the preset, or nothing if there is none of that name
     */
    public static Optional<Preset> of(String id) {
        Bounds.requirePresent("id", id);
        return Arrays.stream(values()).filter(preset -> preset.id().equals(id)).findFirst();
    }
}
