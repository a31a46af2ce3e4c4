package io.github.mnistmaven.architecture;

import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import io.github.mnistmaven.recipe.ValidationSplit;

/** How the study trained both its networks. */
final class StudyRecipe {

    private StudyRecipe() {}

    static Recipe ofEpochs(int epochs) {
        return Recipe.DEFAULT
                .withEpochs(epochs)
                .withSchedule(Schedule.constant(0.001))
                .withValidationSplit(ValidationSplit.LAST)
                .withPatience(5)
                .withAdamEpsilon(1e-7);
    }
}
