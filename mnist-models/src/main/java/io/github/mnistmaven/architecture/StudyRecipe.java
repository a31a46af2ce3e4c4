package io.github.mnistmaven.architecture;

import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;

/** How the study taught both its networks. */
final class StudyRecipe {

    private StudyRecipe() {}

    static Recipe ofEpochs(int most) {
        return new Recipe(most, 128, Schedule.constant(0.001), Augmentation.NONE, 0, 0.1, 5, 1e-7);
    }
}
