package io.github.mnistmaven.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateResult;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.gates.Gates;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.gates.SampleGates;
import io.github.mnistmaven.study.internal.figures.Figures;
import io.github.mnistmaven.study.internal.markdown.MarkdownReport;
import io.github.mnistmaven.study.internal.runs.EvaluatedCell;
import io.github.mnistmaven.study.internal.summary.ResultsSummary;
import io.github.mnistmaven.study.internal.summary.StudySummary;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.results.SampleResults.Sample;
import io.github.mnistmaven.study.runs.PrecisionTarget;
import io.github.mnistmaven.study.runs.SampleStudy;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code report.md} says, of comparisons and of studies. */
class MarkdownReportTest {

    private static final Path KEPT = Path.of("src/test/resources/report");
    private static final Pattern ADDRESS = Pattern.compile("(?:src|srcset|href)=\"([^\"]*)\"");
    private static final Results TWO = SampleResults.of(2_000, SampleResults.CNN, SampleResults.LSTM);

    @Test
    void givenTwoModelsAndABaseline_thenTheReportIsTheOneThatWasLookedAt() throws IOException {
        // given
        Reproducibility found =
                found(TWO, Verdict.CHANGED_INPUTS, false, new Reproducibility.Change("recipe.epochs", "4", "6"));

        // then
        assertThat(report(TWO, Optional.of(found))).isEqualTo(Files.readString(KEPT.resolve("two-models.md")));
    }

    @Test
    void givenAStudyWithRules_thenTheReportIsTheOneThatWasLookedAt() throws IOException {
        // given
        StudyResults results = SampleStudy.of(2_000, 1, 2, 3);
        GateReport rules = Gates.of(List.of(
                        Rule.moreAccurate("cnn-fast").than("lstm-fast").by(0.003),
                        Rule.moreAccurate("cnn-fast").than("lstm-fast").by(0.2)))
                .judge(Measurements.of(results));

        // then
        assertThat(report(results, Optional.of(rules))).isEqualTo(Files.readString(KEPT.resolve("study.md")));
    }

    @Test
    void givenOneModelAndNoBaseline_thenTheReportLeadsWithItsAccuracyAndComparesNothing() {
        // when
        String report = report(SampleResults.of(2_000, SampleResults.LSTM), Optional.empty());

        // then
        assertThat(report)
                .startsWith("### lstm classified 99.15 % of 2,000 test digits correctly\n")
                .contains("| model | accuracy | 95 % interval | loss | training time | parameters |\n")
                .contains("| `lstm` | 99.15 % | 98.64 - 99.47 | 0.0423 | 110.6 s | 83,146 |")
                .contains("<img src=\"figures/lstm_confusion.png\"")
                .doesNotContain("baseline", "change", "than");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void givenEachVerdict_whenItDoesNotFailTheBuild_thenTheReportSaysItAndWhatChanged(Verdict verdict) {
        // when
        String report = report(TWO, Optional.of(found(TWO, verdict, false)));

        // then
        boolean good = verdict == Verdict.IDENTICAL || verdict == Verdict.EQUIVALENT;
        assertThat(report)
                .startsWith(
                        good
                                ? "### \u2705 2 of 2 models match the baseline; cnn and lstm do not differ"
                                : "### \u26a0\ufe0f 2 of 2 models differ from the baseline; cnn and lstm do not differ")
                .contains("- Against the baseline: cnn, lstm: %s.".formatted(verdict.words()))
                .contains("| `cnn` | 99.50 % | 99.08 - 99.73 | +0.50 | 0.0290 | -0.0100 | 78.2 s | ")
                .contains((good ? "\u2705 " : "\u26a0\ufe0f ") + verdict.words() + " |");
        assertThat(report.contains("What differs from the baseline")).isEqualTo(verdict != Verdict.IDENTICAL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"DRIFTED", "NOT_DETERMINISTIC"})
    void givenAVerdictThatFailsTheBuild_thenTheReportLeadsWithItAndSaysWhy(Verdict verdict) {
        // when
        String report = report(TWO, Optional.of(found(TWO, verdict, true)));

        // then
        assertThat(report)
                .startsWith("### \u274c 2 of 2 models fail against the baseline; cnn and lstm do not differ")
                .contains(
                        verdict == Verdict.DRIFTED
                                ? "- cnn has drifted: the same inputs led to an accuracy of "
                                : "- cnn is not deterministic: on the same platform, the same inputs ")
                .contains("\u274c " + verdict.words() + " |");
    }

    @ParameterizedTest
    @CsvSource({"0.98, 0.98, 0", "0.98, 0.98004, +0.00", "0.98, 0.9775, -0.25"})
    void givenAnAccuracy_thenItsChangeIsZeroOnlyIfThereIsNone(double before, double now, String change) {
        // given
        Results results = SampleResults.of(25_000, new Sample("cnn", Math.round(now * 25_000) / 25_000.0, 2, 30, 1));
        double exact = results.evaluations().get(0).accuracy();
        Reproducibility found = new Reproducibility(
                ReproducibilityMode.BITWISE,
                Tolerance.DEFAULT,
                List.of(model("cnn", Verdict.EQUIVALENT, false, before, exact)));

        // then
        assertThat(report(results, Optional.of(found))).contains(" | %s | ".formatted(change));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 12, 13})
    void givenAnyNumberOfModels_thenTheReportHasFewerThan60Lines(int models) {
        // given
        Results results = SampleResults.of(100, samples(models));

        // when
        String alone = report(results, Optional.empty());
        String judged = report(
                results,
                Optional.of(found(
                        results,
                        Verdict.DRIFTED,
                        true,
                        IntStream.range(0, 20)
                                .mapToObj(i -> new Reproducibility.Change("field" + i, "a", "b"))
                                .toArray(Reproducibility.Change[]::new))));

        // then
        assertThat(alone.lines()).hasSizeLessThan(60);
        assertThat(judged.lines()).hasSizeLessThan(60);
        assertThat(judged).hasSizeLessThan(65_536).as("GitHub takes no longer comment");
        assertThat(judged.contains("\n1 more model.\n")).isEqualTo(models > 12);
        assertThat(alone.contains(" do not differ significantly (")).isEqualTo(models == 2 || models == 3);
        assertTablesHold(judged);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 9, 12, 13})
    void givenManyRulesAndABaselineOfManyChanges_thenTheReportHasFewerThan60Lines(int models) {
        // given
        Results results = SampleResults.of(100, samples(models));
        Reproducibility.Change[] changes = IntStream.range(0, 20)
                .mapToObj(i -> new Reproducibility.Change("field" + i, "a", "b"))
                .toArray(Reproducibility.Change[]::new);
        List<Reproducibility.Model> well =
                found(results, Verdict.CHANGED_INPUTS, false, changes).models();
        List<Reproducibility.Model> bad =
                found(results, Verdict.DRIFTED, true, changes).models();

        for (int failing = 0; failing <= models; failing++) {
            // when
            String report = report(
                    results,
                    Optional.of(new Reproducibility(
                            ReproducibilityMode.BITWISE,
                            Tolerance.DEFAULT,
                            Stream.concat(
                                            bad.stream().limit(failing),
                                            well.stream().skip(failing))
                                    .toList())),
                    Optional.of(rules(30, GateState.UNDECIDED)));

            // then
            assertThat(report.lines()).as("%d failing", failing).hasSizeLessThan(60);
            assertThat(report).doesNotContainPattern("\\b1 (others|more [a-z]+s)\\b");
            assertTablesHold(report);
        }
    }

    @Test
    void givenOneMoreThanThereIsRoomFor_thenTheReportSpeaksOfOne() {
        // given
        Results results = SampleResults.of(100, samples(3));

        // when
        String judged = report(results, Optional.of(found(results, Verdict.DRIFTED, true)));
        String ruled = report(results, Optional.empty(), Optional.of(rules(9, GateState.PASSED)));

        // then
        assertThat(judged).contains("- 1 other fails.");
        assertThat(ruled).contains("\n1 more rule.\n");
    }

    @ParameterizedTest
    @CsvSource({"FAILED, false", "UNDECIDED, false", "UNDECIDED, true"})
    void givenManyRulesOfWhichTheLastIsNotKept_thenItIsShownFirst(GateState state, boolean undecidedFails) {
        // given
        List<GateResult> rules = new ArrayList<>(rules(20, GateState.PASSED).results());
        rules.add(SampleGates.result("rule", state, "found last"));

        // when
        String report = report(TWO, Optional.empty(), Optional.of(new GateReport(rules, undecidedFails)));

        // then
        boolean fails = state == GateState.FAILED || undecidedFails;
        assertThat(report)
                .startsWith("### %s 1 of 21 rules %s%s; "
                        .formatted(
                                fails ? "\u274c" : "\u26a0\ufe0f",
                                state.words(),
                                undecidedFails ? ", which fails this build" : ""))
                .contains("| --- | --- |\n| %s %s | found last |\n| \u2705 kept | found 0 |\n"
                        .formatted(fails ? "\u274c" : "\u26a0\ufe0f", state.words()))
                .contains("\n13 more rules.\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 13})
    void givenAnyNumberOfCells_thenTheReportHasFewerThan60Lines(int cells) {
        // given
        DigitSet test = SampleResults.digits(100);
        StudyResults measured = SampleStudy.results(
                test,
                0.001,
                IntStream.range(0, cells)
                        .mapToObj(i -> cell("cell-" + i, test, 2 + i))
                        .toList());
        StudyResults results = cells == 1
                ? measured
                : measured.with(PrecisionTarget.between("cell-0", "cell-1").withMaxSeeds(2));

        // when
        String report = report(results, Optional.of(rules(30, GateState.UNDECIDED)));

        // then
        assertThat(report).startsWith("### \u26a0\ufe0f 30 of 30 rules undecided; ");
        assertThat(report.lines()).hasSizeLessThan(60);
        assertThat(report.contains("Each pair of cells")).isEqualTo(cells > 1);
        assertTablesHold(report);
    }

    @Test
    void givenAStudyWhoseBestCellIsNotDecided_thenTheHeadlineSaysWhichOneIsAsGood() {
        // given two cells that hardly differ, and one that is far worse
        DigitSet test = SampleResults.digits(2_000);
        StudyResults results = SampleStudy.results(
                test, 0.001, List.of(cell("good", test, 50), cell("as-good", test, 49), cell("bad", test, 3)));

        // then
        assertThat(report(results, Optional.empty()))
                .matches(
                        "(?s)### (as-)?good has the highest accuracy of 3 cells: 9\\d\\.\\d\\d % of 2,000 test digits, mean over 2 seeds; the study does not decide between it and (as-)?good\n.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a | b ` c \\ **d** [e](https://example.com) @user #1",
                "\u05de\u05e1\u05e4\u05e8\u05d9\u05dd",
            })
    void givenASourceAndClassesFromElsewhere_thenTheyAreTextInOneCellEach(String name) {
        // given
        DigitSet test = SampleResults.digits(100)
                .withSource(name.repeat(200 / name.length()))
                .withClassNames(IntStream.range(0, 10)
                        .mapToObj(i -> name.substring(0, Math.min(38, name.length())) + i)
                        .toList());
        Results results = Results.of(test, List.of(SampleResults.result(new Sample("cnn", 0.9, 2, 30, 1), test)));

        // when
        String report = report(
                results,
                Optional.of(found(
                        results,
                        Verdict.CHANGED_INPUTS,
                        false,
                        new Reproducibility.Change("data.source", "<b>", name))));

        // then
        assertThat(report).doesNotContain("<script", "<b>");
        assertTablesHold(report);
        assertThat(addresses(report)).isNotEmpty().allSatisfy(address -> assertThat(address)
                .matches("figures/(dark/)?[a-z]+(_[a-z]+)?\\.png"));
    }

    /** Each row of a table has as many cells as its header. */
    private static void assertTablesHold(String report) {
        int columns = 0;
        for (String line : report.lines().toList()) {
            int cells = line.startsWith("|") ? line.split("\\|", -1).length : 0;
            if (columns > 0 && cells > 0) {
                assertThat(cells).as(line).isEqualTo(columns);
            }
            columns = cells;
        }
        assertThat(report.split("<details>", -1)).hasSameSizeAs(report.split("</details>", -1));
    }

    private static List<String> addresses(String report) {
        return ADDRESS.matcher(report)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static Sample[] samples(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Sample("model-" + i, 0.9, 2, 1000 + i, 1))
                .toArray(Sample[]::new);
    }

    private static GateReport rules(int count, GateState state) {
        return SampleGates.report(IntStream.range(0, count)
                .mapToObj(i -> SampleGates.result("rule", state, "found " + i))
                .toArray(GateResult[]::new));
    }

    private static EvaluatedCell cell(String name, DigitSet test, int errorEvery) {
        return SampleStudy.cell(name, new Sample(name, 0.9, 2, 30, 1), test, errorEvery, 1, 2);
    }

    private static Reproducibility found(
            Results results, Verdict verdict, boolean fails, Reproducibility.Change... changes) {
        return new Reproducibility(
                ReproducibilityMode.BITWISE,
                Tolerance.DEFAULT,
                results.evaluations().stream()
                        .map(it -> new Reproducibility.Model(
                                it.modelName(),
                                verdict,
                                fails,
                                verdict == Verdict.IDENTICAL,
                                verdict == Verdict.IDENTICAL ? 0 : 2,
                                List.of(changes),
                                new Reproducibility.Metrics(it.accuracy() - 0.005, it.loss() + 0.01, 4, 4),
                                new Reproducibility.Metrics(it.accuracy(), it.loss(), 4, 4),
                                12,
                                22,
                                0.12))
                        .toList());
    }

    private static Reproducibility.Model model(String name, Verdict verdict, boolean fails, double before, double now) {
        return new Reproducibility.Model(
                name,
                verdict,
                fails,
                false,
                2,
                List.of(),
                new Reproducibility.Metrics(before, 0.1, 4, 4),
                new Reproducibility.Metrics(now, 0.1, 4, 4),
                1,
                2,
                0.5);
    }

    private static String report(Results results, Optional<Reproducibility> reproducibility) {
        return report(results, reproducibility, Optional.empty());
    }

    private static String report(
            Results results, Optional<Reproducibility> reproducibility, Optional<GateReport> rules) {
        return MarkdownReport.of(
                ResultsSummary.of(results, reproducibility, rules, Figures.files(results)),
                "figures",
                "All results are in report.html.");
    }

    private static String report(StudyResults results, Optional<GateReport> rules) {
        return MarkdownReport.of(StudySummary.of(results, rules), "figures", "All results are in study.json.");
    }
}
