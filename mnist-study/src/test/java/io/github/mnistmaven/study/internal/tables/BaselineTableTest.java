package io.github.mnistmaven.study.internal.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.Reproducibility.Change;
import io.github.mnistmaven.study.baseline.Reproducibility.Metrics;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import io.github.mnistmaven.study.baseline.Verdict;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

public class BaselineTableTest {

    private static final Change SEED = new Change("seed", "1", "2");

    public static Reproducibility found(Verdict verdict, Change... changes) {
        int firstDifferent = verdict == Verdict.IDENTICAL ? 0 : 2;
        return new Reproducibility(
                ReproducibilityMode.BITWISE,
                new Tolerance(0.01, 0.005),
                List.of(new Reproducibility.Model(
                        "cnn",
                        verdict,
                        false,
                        firstDifferent == 0,
                        firstDifferent,
                        List.of(changes),
                        new Metrics(0.9937, 0.0197, 4, 4),
                        new Metrics(0.9903, 0.0303, 4, 4),
                        59,
                        25,
                        0.00027)));
    }

    private static List<String> lines(Verdict verdict, Change... changes) {
        return BaselineTable.lines(found(verdict, changes), "baseline.json");
    }

    @Test
    void givenAnIdenticalModel_thenOneLineSaysItAll() {
        assertThat(lines(Verdict.IDENTICAL))
                .containsExactly("reproducibility: cnn identical (baseline: baseline.json)");
    }

    @Test
    void givenChangedInputs_thenTheyAreTabledWithWhatTheyLedTo() {
        assertThat(lines(Verdict.CHANGED_INPUTS, new Change("recipe.augmentation.shift", "", "2"), SEED))
                .containsExactly(
                        "reproducibility: cnn changed inputs (baseline: baseline.json)",
                        "",
                        "cnn: different inputs led to different bits",
                        "                             baseline                      now",
                        "  recipe.augmentation.shift  -                             2",
                        "  seed                       1                             2",
                        "  accuracy 0.9937 -> 0.9903, loss 0.0197 -> 0.0303",
                        "  test digits classified correctly only by the baseline: 59, only now: 25 (p = 0.00027)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Intel(R) Xeon(R) Platinum 8370C CPU | Intel(R) Xeon(R) Platinum 8272CL CPU | 8370C | 8272CL",
                "0123456789abcdef0123456789abcdef | f123456789abcdef0123456789abcdef | 0123456789 | f123456789",
            })
    void givenLongValues_thenTheyAreCutToWhereTheyDiffer(
            String baseline, String now, String partOfBaseline, String partOfNow) {
        // when
        List<String> lines = lines(Verdict.CHANGED_INPUTS, new Change("cpu", baseline, now));

        // then
        assertThat(lines)
                .filteredOn(line -> line.startsWith("  cpu"))
                .singleElement()
                .asString()
                .contains(partOfBaseline, partOfNow, "...");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void givenAnyVerdict_thenItIsTheSamePlainTextInEveryLocale(Verdict verdict) {
        // given
        Change change = new Change("environment.MKL_NUM_THREADS_LONG_NAME", "x".repeat(90), "y".repeat(90));
        List<String> expected = lines(verdict, change);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));

            // when
            List<String> lines = lines(verdict, change);

            // then
            assertThat(lines).isEqualTo(expected).allSatisfy(line -> assertThat(line)
                    .matches("\\p{ASCII}*"));
            assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
        } finally {
            Locale.setDefault(before);
        }
    }
}
