package io.github.mnistmaven.study.internal.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTableTest {

    @Test
    void givenTwoModels_whenTabled_thenNamesAreAlignedLeftAndNumbersRight() {
        // given
        Results results = SampleResults.of(SampleResults.CNN, SampleResults.LSTM_REFERENCE);

        // when
        List<String> lines = ResultsTable.lines(results);

        // then
        assertThat(String.join("\n", lines)).isEqualTo("""
                        model           accuracy (95 % interval)    loss     time        epochs  parameters
                        cnn              99.52 % (99.36 - 99.64)  0.0302   78.2 s    6 (best 6)      30,234
                        lstm-reference   98.45 % (98.19 - 98.67)  0.0715  444.4 s  30 (best 30)      89,930""");
    }

    @Test
    void givenALongName_whenTabled_thenItIsShortenedToKeepTheTableWithin100Columns() {
        // given
        Results results = SampleResults.of(2_000, SampleResults.LONG_NAME, SampleResults.FAULTLESS);

        // when
        List<String> lines = ResultsTable.lines(results);

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
        Results results = SampleResults.of(SampleResults.LSTM_REFERENCE, SampleResults.CNN);

        // when
        List<String> verdicts = ResultsTable.verdicts(results);

        // then
        assertThat(verdicts)
                .containsExactly("cnn is more accurate than lstm-reference"
                        + " (p < 0.0001; correct where the other is wrong: cnn 131, lstm-reference 24)");
    }

    @Test
    void givenASmallDifference_whenPutInWords_thenTheModelsCannotBeToldApart() {
        // given
        Results results = SampleResults.of(SampleResults.LSTM, SampleResults.CNN_REFERENCE);

        // when
        List<String> verdicts = ResultsTable.verdicts(results);

        // then
        assertThat(verdicts)
                .singleElement()
                .asString()
                .startsWith("lstm and cnn-reference do not differ significantly (");
    }

    @Test
    void givenOneModel_whenPutInWords_thenNothingIsSaid() {
        assertThat(ResultsTable.verdicts(SampleResults.of(SampleResults.CNN))).isEmpty();
    }
}
