package io.github.mnistmaven.study.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.study.internal.runs.EvaluatedCell;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.results.SampleResults.Sample;
import io.github.mnistmaven.study.runs.SampleStudy;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineTest {

    private static final ClassWords DIGITS = new ClassWords(DigitSet.DIGIT_NAMES);

    static Stream<Arguments> comparisons() {
        Sample close = new Sample("close", 0.9950, 1, 1, 1);
        return Stream.of(
                Arguments.of(List.of(SampleResults.CNN), "cnn classified 99.52 % of 10,000 test digits correctly"),
                Arguments.of(
                        List.of(SampleResults.LSTM, SampleResults.CNN),
                        "cnn is more accurate than lstm: 99.52 % against 99.15 % of 10,000 test digits"),
                Arguments.of(
                        List.of(SampleResults.CNN, close),
                        "cnn and close do not differ significantly in accuracy: 99.52 % and 99.50 % of 10,000 test digits"),
                Arguments.of(
                        List.of(SampleResults.LSTM, SampleResults.CNN, SampleResults.LSTM_REFERENCE),
                        "cnn is the most accurate of 3 models: 99.52 % of 10,000 test digits"),
                Arguments.of(
                        List.of(SampleResults.LSTM, SampleResults.CNN, close),
                        "cnn is the most accurate of 3 models: 99.52 % of 10,000 test digits; it does not differ significantly from close"));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void givenModels_whenSaidInASentence_thenItIsTheAnswer(List<Sample> samples, String expected) {
        assertThat(Headline.of(SampleResults.of(samples.toArray(Sample[]::new)).comparison(), DIGITS))
                .isEqualTo(expected);
    }

    static Stream<Arguments> studies() {
        return Stream.of(
                Arguments.of(List.of(20), new long[] {1, 2}, "a classified ", " correctly, mean over 2 seeds"),
                Arguments.of(
                        List.of(100, 5), new long[] {1, 2, 3}, "a is more accurate than b (", "means over 3 seeds)"),
                Arguments.of(List.of(100, 5), new long[] {1}, "Undecided between a and b: ", "with a single seed)"),
                Arguments.of(
                        List.of(5, 100, 90),
                        new long[] {1, 2, 3},
                        "c has the highest accuracy of 3 cells: ",
                        "; the study does not decide between it and b"));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void givenCells_whenSaidInASentence_thenItIsTheDecision(
            List<Integer> errorEvery, long[] seeds, String start, String end) {
        // given
        DigitSet test = SampleResults.digits(2_000);
        List<EvaluatedCell> cells = Stream.iterate(0, i -> i + 1)
                .limit(errorEvery.size())
                .map(i -> SampleStudy.cell(
                        Character.toString('a' + i), SampleResults.CNN, test, errorEvery.get(i), seeds))
                .toList();

        // when
        String headline = Headline.of(SampleStudy.results(test, 0.001, cells).statistics(), DIGITS);

        // then
        assertThat(headline).startsWith(start).endsWith(end).contains(" of 2,000 test digits");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 100, 0.001, b, b is more accurate than a (",
        "100, 5, 0.001, a, a is more accurate than b (",
        "5, 100, 0.19, b, 'b is more accurate than a, but it is undecided whether by more than 0.19: '",
        "100, 5, 0.19, a, 'a is more accurate than b, but it is undecided whether by more than 0.19: '",
        "5, 100, 0.5, a, a and b are practically equivalent (",
        "100, 5, 0.5, a, a and b are practically equivalent (",
        "90, 100, 0.001, a, Undecided between a and b: ",
        "100, 90, 0.001, a, Undecided between a and b: ",
    })
    void givenTwoCells_whenSaidInASentence_thenTheAccuraciesStandInTheOrderOfTheNames(
            int errorEveryOfA, int errorEveryOfB, double margin, String namedFirst, String start) {
        // given
        DigitSet test = SampleResults.digits(2_000);
        StudyStatistics statistics = SampleStudy.results(
                        test,
                        margin,
                        List.of(
                                SampleStudy.cell("a", SampleResults.CNN, test, errorEveryOfA, 1, 2, 3),
                                SampleStudy.cell("b", SampleResults.CNN, test, errorEveryOfB, 1, 2, 3)))
                .statistics();

        // when
        String headline = Headline.of(statistics, DIGITS);

        // then
        List<String> accuracies = statistics.cells().stream()
                .sorted(Comparator.comparing(cell -> !cell.name().equals(namedFirst)))
                .map(cell -> NumberText.percent(cell.accuracy().mean()))
                .toList();
        assertThat(accuracies).doesNotHaveDuplicates();
        assertThat(headline)
                .startsWith(start)
                .contains("(%s against %s of".formatted(accuracies.get(0), accuracies.get(1)));
    }

    @Test
    void givenManyThatAreAsGood_whenSaidInASentence_thenNotAllAreNamed() {
        // given
        Sample[] samples = Stream.of("a", "b", "c", "d", "e")
                .map(name -> new Sample(name, 0.99, 1, 1, 1))
                .toArray(Sample[]::new);

        // when
        String headline = Headline.of(SampleResults.of(1_000, samples).comparison(), DIGITS);

        // then
        assertThat(headline).endsWith("; it does not differ significantly from b, c and 2 others");
    }
}
