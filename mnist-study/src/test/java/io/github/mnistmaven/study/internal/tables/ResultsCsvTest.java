package io.github.mnistmaven.study.internal.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsCsvTest {

    @Test
    void givenTwoModels_whenWrittenAsCsv_thenTheStudysFourColumnsComeFirstAndEachModelHasARow() {
        // given
        Results results = SampleResults.of(SampleResults.CNN, SampleResults.LSTM);

        // when
        String text = ResultsCsv.text(results);

        // then
        assertThat(text).isEqualTo("""
                        model,train_time_s,test_loss,test_acc,test_acc_lower,test_acc_upper,test_digits,test_errors,val_loss,val_acc,epochs,best_epoch,parameters,training_digits,seed
                        cnn,78.1676,0.030214,0.9952,0.993642,0.996378,10000,48,0.0338828,0.990319,6,6,30234,60000,1
                        lstm,110.635,0.0439715,0.9915,0.989502,0.99312,10000,85,0.0293179,0.991623,8,8,83146,60000,1
                        """);
    }

    @ParameterizedTest
    @CsvSource({"cnn, cnn", "=1+2, '''=1+2'", "+x, '''+x'", "-x, '''-x'", "@x, '''@x'"})
    void givenATextThatASpreadsheetWouldCompute_thenItIsShownAsText(String text, String cell) {
        assertThat(ResultsCsv.text(text)).isEqualTo(cell);
    }
}
