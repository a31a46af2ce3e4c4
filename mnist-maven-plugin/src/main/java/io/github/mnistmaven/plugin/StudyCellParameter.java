package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.plugin.protocol.RecipeRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A {@code <cell>} of {@code mnist:study}: an architecture with a recipe, as Maven reads it from a pom. */
public final class StudyCellParameter {

    /** Any will do: it is here for its checks of the values that replace its own. */
    private static final Recipe ANY_RECIPE = Recipe.DEFAULT;

    String name;
    String model;
    String preset;
    Integer epochs;
    Integer batchSize;
    Double learningRate;
    Double validationFraction;
    Integer patience;

    /** Called by Maven. */
    public StudyCellParameter() {}

    StudyCellRequest checked() throws UserErrorException {
        if (model == null || !Bounds.isName(model.strip())) {
            throw refusal("%s has %s; name the architecture, such as <model>cnn</model>"
                    .formatted(
                            name == null ? "a cell" : "cell '%s'".formatted(name),
                            model == null ? "no <model>" : "the <model> '%s'".formatted(model)));
        }
        Preset checkedPreset = checkedPreset();
        String checkedName = name == null ? model.strip() + "-" + checkedPreset.id() : name.strip();
        if (!Bounds.isName(checkedName)) {
            throw refusal("a cell has the <name> '%s'; a name consists of lower-case letters, digits and single hyphens"
                    .formatted(name));
        }
        return new StudyCellRequest(
                checkedName,
                model.strip(),
                new RecipeRequest(
                        checkedPreset,
                        checked(checkedName, ANY_RECIPE::withEpochs, epochs),
                        checked(checkedName, ANY_RECIPE::withBatchSize, batchSize),
                        checked(checkedName, ANY_RECIPE::withLearningRate, learningRate),
                        checked(checkedName, ANY_RECIPE::withValidationFraction, validationFraction),
                        checked(checkedName, ANY_RECIPE::withPatience, patience)));
    }

    private Preset checkedPreset() throws UserErrorException {
        if (preset == null) {
            return Preset.STANDARD;
        }
        return Preset.of(preset.strip())
                .orElseThrow(() -> refusal("a cell of model '%s' has the unknown <preset> '%s'; the choices are %s"
                        .formatted(
                                model,
                                preset,
                                Arrays.stream(Preset.values()).map(Preset::id).collect(Collectors.joining(", ")))));
    }

    private static <T> Optional<T> checked(String cell, Function<T, ?> user, T value) throws UserErrorException {
        if (value == null) {
            return Optional.empty();
        }
        try {
            user.apply(value);
        } catch (IllegalArgumentException e) {
            throw refusal("cell '%s': %s".formatted(cell, e.getMessage()));
        }
        return Optional.of(value);
    }

    private static UserErrorException refusal(String what) {
        return new UserErrorException(what + " (parameter <cells>)");
    }
}
