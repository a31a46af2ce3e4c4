package io.github.mnistmaven.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
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
    void givenOneCycle_thenTheRateRisesToItsPeakAndFallsToAlmostNothing() {
        // given
        Schedule schedule = Schedule.oneCycle(0.01, 0.25);

        // when
        double[] rates = LongStream.range(0, 1001)
                .mapToDouble(step -> schedule.at(step, 1001))
                .toArray();

        // then
        assertThat(rates[0]).isEqualTo(0.0004, within(1e-12));
        assertThat(rates[125]).isEqualTo(0.0052, within(1e-12));
        assertThat(rates[250]).isEqualTo(0.01, within(1e-12));
        assertThat(rates[625]).isEqualTo((0.01 + 0.00001) / 2, within(1e-12));
        assertThat(rates[1000]).isEqualTo(0.00001, within(1e-12));
    }

    @Test
    void givenAConstantSchedule_thenEachStepHasTheSameRate() {
        assertThat(LongStream.range(0, 7)
                        .mapToDouble(step -> Schedule.constant(0.001).at(step, 7)))
                .containsOnly(0.001);
    }

    @Test
    void givenARunOfOneStep_thenItHasARate() {
        assertThat(Schedule.oneCycle(0.01, 0.25).at(0, 1)).isPositive();
    }

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
        assertThat(RECIPE.withCapacity(new Capacity(2, 3)).withCapacity(Capacity.DEFAULT))
                .isEqualTo(RECIPE);
        assertThat(RECIPE.withCapacity(new Capacity(2, 3))
                        .withEpochs(6)
                        .withPatience(4)
                        .capacity())
                .isEqualTo(new Capacity(2, 3));
        assertThat(RECIPE.withAugmentation(new Augmentation(1, 0, 0, 0, 0)).withAugmentation(Augmentation.NONE))
                .isEqualTo(RECIPE);
        assertThat(RECIPE.withLearningRate(0.5).schedule()).isEqualTo(new Schedule(0.5, 0.25, 1e-3));
    }

    @Test
    void givenOneValueOfAPartIsReplaced_thenTheOthersStay() {
        assertThat(new Augmentation(1, 0.2, 0.3, 4, 5)
                        .withRotation(6)
                        .withScale(0.7)
                        .withShear(0.8)
                        .withShift(9)
                        .withElasticDeformation(2)
                        .withStrokeWidth(1.5))
                .isEqualTo(new Augmentation(6, 0.7, 0.8, 9, 2, 1.5));
        assertThat(new Augmentation(1, 0.2, 0.3, 4, 5, 1).withRotation(2))
                .isEqualTo(new Augmentation(2, 0.2, 0.3, 4, 5, 1));
        assertThat(Augmentation.NONE.withShear(0.2)).isEqualTo(new Augmentation(0, 0, 0.2, 0, 0));
        assertThat(Schedule.constant(0.1).withWarmupFraction(0.2)).isEqualTo(new Schedule(0.1, 0.2, 1));
        assertThat(Schedule.constant(0.1).withFinalLearningRateFactor(0.3)).isEqualTo(new Schedule(0.1, 0, 0.3));
        assertThat(Schedule.oneCycle(0.1, 0.2).withPeak(0.4)).isEqualTo(Schedule.oneCycle(0.4, 0.2));
        assertThat(Capacity.DEFAULT.withWidthMultiplier(2)).isEqualTo(new Capacity(2, 1));
        assertThat(Capacity.DEFAULT.withEnsembleSize(3)).isEqualTo(new Capacity(1, 3));
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
                .withMessage("epochs is 0; it lies between 1 and 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withBatchSize(-3))
                .withMessageStartingWith("batchSize is -3; it lies between 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withReplicas(3).withBatchSize(5))
                .withMessage(
                        "batchSize is 5; it lies between 6, as batch norm cannot be trained on one example in each of 3 replicas, and 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withReplicas(65))
                .withMessage("replicas is 65; it lies between 1 and 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withAdamBetas(1, 0.9))
                .withMessage("adamBeta1 is 1.0; it is at least 0 and below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withAdamBetas(0.9, Double.NaN))
                .withMessage("adamBeta2 is NaN; it is at least 0 and below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withLearningRate(Double.NaN))
                .withMessage("the peak of the learning rate is NaN; it lies above 0 and at most at 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withValidationFraction(1))
                .withMessage("validationFraction is 1.0; it lies above 0 and below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECIPE.withPatience(-1))
                .withMessageStartingWith("patience is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Capacity(0, 1))
                .withMessage("widthMultiplier is 0; it lies between 1 and 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Capacity(1, 0))
                .withMessage("ensembleSize is 0; it lies between 1 and 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Augmentation(-1, 0, 0, 0, 0))
                .withMessageStartingWith("augmentation rotation is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Augmentation.NONE.withStrokeWidth(2.5))
                .withMessage("augmentation strokeWidth is 2.5; it lies between 0 and 2.0");
    }
}
