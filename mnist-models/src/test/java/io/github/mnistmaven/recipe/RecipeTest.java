package io.github.mnistmaven.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class RecipeTest {

    private static final Recipe RECIPE = Recipe.DEFAULT
            .withEpochs(5)
            .withBatchSize(64)
            .withSchedule(Schedule.oneCycle(0.01, 0.25))
            .withLabelSmoothing(0.1)
            .withValidationFraction(0.1)
            .withPatience(3);

    @Test
    void givenOneValueIsReplaced_thenTheOthersStay() {
        assertThat(RECIPE.withEpochs(9).withEpochs(5)).isEqualTo(RECIPE);
        assertThat(RECIPE.withBatchSize(9).withBatchSize(64)).isEqualTo(RECIPE);
        assertThat(RECIPE.withLearningRate(9).withLearningRate(0.01)).isEqualTo(RECIPE);
        assertThat(RECIPE.withValidationFraction(0.9).withValidationFraction(0.1))
                .isEqualTo(RECIPE);
        assertThat(RECIPE.withValidationSplit(ValidationSplit.LAST).withValidationSplit(ValidationSplit.STRATIFIED))
                .isEqualTo(RECIPE);
        assertThat(RECIPE.withPatience(9).withPatience(3)).isEqualTo(RECIPE);
        assertThat(RECIPE.withLabelSmoothing(0.3).withLabelSmoothing(0.1)).isEqualTo(RECIPE);
        assertThat(RECIPE.withSchedule(Schedule.constant(1)).withSchedule(RECIPE.schedule()))
                .isEqualTo(RECIPE);
        assertThat(RECIPE.withCapacity(Capacity.DEFAULT.withWidthMultiplier(2).withEnsembleSize(3))
                        .withCapacity(Capacity.DEFAULT))
                .isEqualTo(RECIPE);
        assertThat(RECIPE.withCapacity(Capacity.DEFAULT.withWidthMultiplier(2).withEnsembleSize(3))
                        .withEpochs(6)
                        .withPatience(4)
                        .capacity())
                .isEqualTo(Capacity.DEFAULT.withWidthMultiplier(2).withEnsembleSize(3));
        assertThat(RECIPE.withAugmentation(Augmentation.NONE.withRotation(1)).withAugmentation(Augmentation.NONE))
                .isEqualTo(RECIPE);
        assertThat(RECIPE.withLearningRate(0.5).schedule()).isEqualTo(Schedule.oneCycle(0.5, 0.25));
    }

    @Test
    void givenOneValueOfAPartIsReplaced_thenItIsThereAndTheOthersStay() {
        // given
        Augmentation augmentation = Augmentation.NONE
                .withRotation(6)
                .withScale(0.7)
                .withShear(0.8)
                .withShift(9)
                .withElasticDeformation(2)
                .withStrokeWidth(1.5);

        // then
        assertThat(augmentation)
                .hasToString("rotation 6.0, scale 0.7, shear 0.8, shift 9.0, elasticDeformation 2.0, strokeWidth 1.5");
        assertThat(augmentation.withRotation(1).withRotation(6)).isEqualTo(augmentation);
        assertThat(augmentation.withScale(0.1).withScale(0.7)).isEqualTo(augmentation);
        assertThat(augmentation.withShear(0.1).withShear(0.8)).isEqualTo(augmentation);
        assertThat(augmentation.withShift(1).withShift(9)).isEqualTo(augmentation);
        assertThat(augmentation.withElasticDeformation(1).withElasticDeformation(2))
                .isEqualTo(augmentation);
        assertThat(augmentation.withStrokeWidth(1).withStrokeWidth(1.5)).isEqualTo(augmentation);
        assertThat(Schedule.constant(0.1).withWarmupFraction(0.2).withFinalLearningRateFactor(0.3))
                .hasToString("peak 0.1, warmupFraction 0.2, finalLearningRateFactor 0.3");
        assertThat(Schedule.oneCycle(0.1, 0.2).withPeak(0.4)).isEqualTo(Schedule.oneCycle(0.4, 0.2));
        assertThat(Capacity.DEFAULT.withWidthMultiplier(2).withEnsembleSize(3))
                .hasToString("widthMultiplier 2, ensembleSize 3");
        assertThat(RECIPE.withAdamEpsilon(1e-7).withAdamEpsilon(1e-8)).isEqualTo(RECIPE);
    }

    @Test
    void givenAPartThatIsNull_thenTheMessageNamesIt() {
        assertThatNullPointerException()
                .isThrownBy(() -> RECIPE.withSchedule(null))
                .withMessage("schedule is null");
        assertThatNullPointerException()
                .isThrownBy(() -> RECIPE.withAugmentation(null))
                .withMessage("augmentation is null");
        assertThatNullPointerException()
                .isThrownBy(() -> RECIPE.withValidationSplit(null))
                .withMessage("validationSplit is null");
        assertThatNullPointerException()
                .isThrownBy(() -> RECIPE.withCapacity(null))
                .withMessage("capacity is null");
    }

    @Test
    void givenAValueOutOfRange_thenTheMessageNamesItAndWhatItMayBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withEpochs(0))
                .withMessage("epochs is 0; it must be between 1 and 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withBatchSize(-3))
                .withMessageStartingWith("batchSize is -3; it must be between 2 and");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withReplicas(3).withBatchSize(5))
                .withMessage(
                        "batchSize is 5; it must be between 6 and 65536, as batch norm cannot be trained on one example in each of 3 replicas");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withReplicas(65))
                .withMessage("replicas is 65; it must be between 1 and 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withAdamBetas(1, 0.9))
                .withMessage("adamBeta1 is 1.0; it must be at least 0 and below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withAdamBetas(0.9, Double.NaN))
                .withMessage("adamBeta2 is NaN; it must be at least 0 and below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withLearningRate(Double.NaN))
                .withMessage("the peak of the learning rate is NaN; it must be above 0 and at most 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withValidationFraction(1))
                .withMessage("validationFraction is 1.0; it must be above 0 and below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withPatience(-1))
                .withMessageStartingWith("patience is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Capacity.DEFAULT.withWidthMultiplier(0))
                .withMessage("widthMultiplier is 0; it must be between 1 and 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Capacity.DEFAULT.withEnsembleSize(0))
                .withMessage("ensembleSize is 0; it must be between 1 and 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Augmentation.NONE.withRotation(-1))
                .withMessageStartingWith("augmentation rotation is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Augmentation.NONE.withStrokeWidth(2.5))
                .withMessage("augmentation strokeWidth is 2.5; it must be between 0 and 2.0");
    }

    @Test
    void givenARecipeInParts_whenReadByPeople_thenEachValueHasItsName() {
        assertThat(Augmentation.NONE).hasToString("none");
        assertThat(Augmentation.NONE.withRotation(10).withStrokeWidth(0.5))
                .hasToString("rotation 10.0, strokeWidth 0.5");
        assertThat(Capacity.DEFAULT.withEnsembleSize(3)).hasToString("widthMultiplier 1, ensembleSize 3");
        assertThat(Schedule.constant(0.1)).hasToString("peak 0.1, warmupFraction 0.0, finalLearningRateFactor 1.0");
        assertThat(RECIPE.toString())
                .startsWith("epochs 5, batchSize 64, schedule (peak 0.01,")
                .endsWith("replicas 1");
    }

    @Test
    void givenEqualValues_thenRecipesAreEqualWithEqualHashCodes() {
        assertThat(RECIPE.withEpochs(6).withEpochs(5)).isEqualTo(RECIPE).hasSameHashCodeAs(RECIPE);
        assertThat(RECIPE.withEpochs(6)).isNotEqualTo(RECIPE);
        assertThat(RECIPE).isNotEqualTo(null).isNotEqualTo("recipe");
    }

    @Test
    void givenThePresets_thenEachIsFoundByItsName() {
        assertThat(Preset.ids()).containsExactly("record", "fast", "standard", "robust", "best");
        assertThat(Preset.ids())
                .allSatisfy(id -> assertThat(Preset.of(id)).map(Preset::id).hasValue(id));
        assertThat(Preset.of("FAST")).isEmpty();
        assertThatNullPointerException().isThrownBy(() -> Preset.of(null)).withMessage("id is null");
    }
}
