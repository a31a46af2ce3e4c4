package io.github.mnistmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogTableTest {

    @Test
    void givenTwoModels_whenTabled_thenNamesAreAlignedLeftAndNumbersRight() {
        // given
        Report report = SampleReports.of(SampleReports.CNN, SampleReports.LSTM_REFERENCE);

        // when
        List<String> lines = LogTable.lines(report);

        // then
        assertThat(String.join("\n", lines)).isEqualTo("""
                        model           accuracy (95 % interval)    loss     time        epochs  parameters
                        cnn              99.52 % (99.36 - 99.64)  0.0302   78.2 s    6 (kept 6)      30,234
                        lstm-reference   98.45 % (98.19 - 98.67)  0.0715  444.4 s  30 (kept 30)      89,930""");
    }

    @Test
    void givenALongName_whenTabled_thenItIsShortenedToKeepTheTableWithin100Columns() {
        // given
        Report report = SampleReports.of(2_000, SampleReports.LONG_NAME, SampleReports.FAULTLESS);

        // when
        List<String> lines = LogTable.lines(report);

        // then
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(lines.get(1))
                .startsWith("a-very-long-name-of-")
                .contains("...")
                .endsWith("  1,234,567,890");
        assertThat(lines.get(2)).startsWith("faultless  ").contains("100.00 %");
    }

    @Test
    void givenAClearDifference_whenPutInWords_thenTheBetterModelIsNamedFirst() {
        // given
        Report report = SampleReports.of(SampleReports.LSTM_REFERENCE, SampleReports.CNN);

        // when
        List<String> verdicts = LogTable.verdicts(report);

        // then
        assertThat(verdicts)
                .containsExactly("cnn reads better than lstm-reference"
                        + " (right where the other is wrong: cnn 131, lstm-reference 24; p < 0.0001)");
    }

    @Test
    void givenASmallDifference_whenPutInWords_thenTheModelsCannotBeToldApart() {
        // given
        Report report = SampleReports.of(SampleReports.LSTM, SampleReports.CNN_REFERENCE);

        // when
        List<String> verdicts = LogTable.verdicts(report);

        // then
        assertThat(verdicts).singleElement().asString().startsWith("lstm and cnn-reference cannot be told apart (");
    }

    @Test
    void givenOneModel_whenPutInWords_thenNothingIsSaid() {
        assertThat(LogTable.verdicts(SampleReports.of(SampleReports.CNN))).isEmpty();
    }
}
