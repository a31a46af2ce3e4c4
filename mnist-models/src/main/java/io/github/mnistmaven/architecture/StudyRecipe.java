package io.github.mnistmaven.architecture;

import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import io.github.mnistmaven.recipe.ValidationSplit;

/** How the study trained both its networks. */
final class StudyRecipe {

    private StudyRecipe() {}

    static Recipe ofEpochs(int epochs) {
        return new Recipe(epochs, 128, Schedule.constant(0.001), Augmentation.NONE, 0, 0.1, 5, 1e-7)
                .withValidationSplit(ValidationSplit.LAST);
    }
}
