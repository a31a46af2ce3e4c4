package io.github.mnistmaven.study.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What fails a build that is compared with a baseline. */
public enum ReproducibilityMode {
    /** A model that is not deterministic, and one that drifted. */
    BITWISE,
    /** A model whose predictions differ from those of the baseline by more than is tolerated, from the same inputs. */
    STATISTICAL,
    /** Nothing. */
    OFF;

    /**
     * The name by which users ask for it.
     *
     * @return in lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode of a name.
     *
     * @param id such as {@code bitwise}
     * @return the mode, or nothing if there is none of that name
     */
    public static Optional<ReproducibilityMode> of(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * The names of all modes.
     *
     * @return as users write them
     */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ReproducibilityMode::id).toList();
    }
}
