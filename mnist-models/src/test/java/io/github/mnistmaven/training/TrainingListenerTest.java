package io.github.mnistmaven.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingListenerTest {

    private static final Epoch EPOCH = Epoch.of(1, 0.5, 0.8, 0.4, 0.9, 1, "0a".repeat(32));

    /** Writes down all that it is told. */
    private record Diary(String name, List<String> lines) implements TrainingListener {

        @Override
        public void onStart(TrainingPlan plan) {
            lines.add(name + ": " + plan);
        }

        @Override
        public void onEpoch(Epoch epoch) {
            lines.add(name + ": epoch " + epoch.number());
        }

        @Override
        public void onStep(Step step) {
            lines.add(name + ": " + step);
        }

        @Override
        public void onResume(List<Epoch> epochs) {
            lines.add(name + ": resumed after " + epochs.size());
        }

        @Override
        public void onCheckpointLost(String reason) {
            lines.add(name + ": " + reason);
        }
    }

    private static void tellAll(TrainingListener listener) {
        listener.onStart(TrainingPlan.of(20, 422, 54_000, 6_000));
        listener.onCheckpointLost("damaged");
        listener.onResume(List.of(EPOCH));
        listener.onStep(Step.of(3, 17, 422));
        listener.onEpoch(EPOCH);
    }

    @Test
    void givenTwoListeners_whenChained_thenBothAreToldOfEverythingInOrder() {
        // given
        List<String> lines = new ArrayList<>();

        // when
        tellAll(new Diary("a", lines).andThen(new Diary("b", lines)));

        // then
        assertThat(lines)
                .containsExactly(
                        "a: at most 20 epochs of 422 steps, 54000 digits, 6000 held out",
                        "b: at most 20 epochs of 422 steps, 54000 digits, 6000 held out",
                        "a: damaged",
                        "b: damaged",
                        "a: resumed after 1",
                        "b: resumed after 1",
                        "a: epoch 3, step 17 of 422",
                        "b: epoch 3, step 17 of 422",
                        "a: epoch 1",
                        "b: epoch 1");
    }

    @Test
    void givenALambda_thenItMayIgnoreAllButEpochs() {
        // given
        List<Epoch> epochs = new ArrayList<>();
        TrainingListener lambda = epochs::add;

        // when
        tellAll(lambda.andThen(TrainingListener.NONE));

        // then
        assertThat(epochs).containsExactly(EPOCH);
    }

    @Test
    void givenTheFirstThrows_thenItsExceptionGetsOutAndTheSecondIsNotTold() {
        // given
        List<Epoch> epochs = new ArrayList<>();
        TrainingListener failing = epoch -> {
            throw new UnsupportedOperationException("no");
        };

        // when + then
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> failing.andThen(epochs::add).onEpoch(EPOCH));
        assertThat(epochs).isEmpty();
    }

    @Test
    void givenAStepThatCannotBe_thenItIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Step.of(1, 423, 422))
                .withMessage("number is 423; it must be between 1 and 422");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingPlan.of(0, 1, 1, 1))
                .withMessageContaining("epochs is 0");
        assertThat(Step.of(1, 2, 3)).isEqualTo(Step.of(1, 2, 3)).isNotEqualTo(Step.of(1, 1, 3));
    }
}
