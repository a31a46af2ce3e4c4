package io.github.mnistmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mnistmaven.model.RunRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Report REPORT = SampleReports.of(100, SampleReports.CNN, SampleReports.LSTM);

    @Test
    void givenRunsAndEvaluations_whenReadOneByOne_thenTheyBelongTogether() {
        assertThat(REPORT.entries()).extracting(Report.Entry::model).containsExactly("cnn", "lstm");
        assertThat(REPORT.entries())
                .allSatisfy(entry -> assertThat(entry.evaluation().model())
                        .isEqualTo(entry.run().model()));
    }

    @Test
    void givenRunsInAnotherOrder_whenReported_thenTheyAreRejected() {
        // given
        List<RunRecord> turned = List.of(REPORT.runs().get(1), REPORT.runs().get(0));

        // when + then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Report(turned, REPORT.comparison(), "embedded", REPORT.testDigits()))
                .withMessage("the runs are of [lstm, cnn], the evaluations of [cnn, lstm]");
    }

    @Test
    void givenOtherTestDigits_whenReported_thenTheyAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Report(
                        REPORT.runs(),
                        REPORT.comparison(),
                        "embedded",
                        REPORT.testDigits().first(99)))
                .withMessageContaining("not evaluated on these test digits");
    }
}
