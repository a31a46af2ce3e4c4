package io.github.mnistmaven.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    /** Image 0 is misclassified by all, image 1 by most of cnn alone, image 2 by one run, images 3 and 4 by none. */
    private static final Cell CNN = Runs.cell("cnn", "00011", "00111", "01111");

    private static final Cell LSTM = Runs.cell("lstm", "01111", "01111");

    @Test
    void givenRuns_whenErrorsAreCounted_thenTheHardestImagesComeFirst() {
        // when
        Agreement agreement = Agreement.of(List.of(CNN, LSTM));

        // then
        assertThat(agreement.cells()).containsExactly("cnn", "lstm");
        assertThat(agreement.misclassified()).extracting(ImageAgreement::image).containsExactly(0, 1, 2);
        assertThat(agreement.misclassified()).extracting(ImageAgreement::errors).containsExactly(5, 2, 1);
        assertThat(agreement.misclassified())
                .extracting(ImageAgreement::errorsByCell)
                .containsExactly(List.of(3, 2), List.of(2, 0), List.of(1, 0));
        assertThat(agreement.hardest(2)).hasSize(2);
        assertThat(agreement.hardest(0)).isEmpty();
    }

    @Test
    void givenAnImageThatMostRunsOfEachCellTakeForTheSameOther_whenCounted_thenItsLabelMayBeWrong() {
        // when
        List<ImageAgreement> candidates = Agreement.of(List.of(CNN, LSTM)).labelCandidates();

        // then image 1 is none, as the runs of lstm agree with its label
        ImageAgreement candidate = candidates.get(0);
        assertThat(candidates).hasSize(1);
        assertThat(candidate.image()).isZero();
        assertThat(candidate.label()).isZero();
        assertThat(candidate.alternative()).isEqualTo(1);
        assertThat(candidate.alternativeRuns()).isEqualTo(5);
        assertThat(candidate.runs()).isEqualTo(5);
        assertThat(candidate.alternativeConfidence()).isBetween(0.89, 0.91);
        assertThat(Agreement.of(List.of(CNN)).labelCandidates())
                .extracting(ImageAgreement::image)
                .containsExactly(0, 1);
    }

    @Test
    void givenRunsThatAreAllRight_whenCounted_thenThereIsNothingToShow() {
        assertThat(Agreement.of(List.of(Runs.cell("cnn", "111", "111"))).misclassified())
                .isEmpty();
    }

    @Test
    void givenCellsThatDoNotBelongTogether_whenCounted_thenTheyAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Agreement.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agreement.of(List.of(CNN, CNN)))
                .withMessageContaining("'cnn' appears twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agreement.of(List.of(CNN, Runs.cell("lstm", "1"))))
                .withMessageContaining("'lstm' on 1 images");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agreement.of(List.of(CNN)).hardest(-1))
                .withMessageContaining("count is -1");
    }
}
