package io.github.mnistmaven.study;

import io.github.mnistmaven.NullArgumentsTest;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.Digits;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Interval;
import io.github.mnistmaven.internal.runs.RecordedEpochs;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.study.baseline.BaselineFile;
import io.github.mnistmaven.study.baseline.BaselineGate;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import io.github.mnistmaven.study.experiment.Study;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.gates.GatedMetric;
import io.github.mnistmaven.study.gates.Gates;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.gates.RuleKind;
import io.github.mnistmaven.study.report.ReportDirectory;
import io.github.mnistmaven.study.report.StudyReportDirectory;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.runs.PrecisionTarget;
import io.github.mnistmaven.study.runs.SampleStudy;
import io.github.mnistmaven.study.runs.StudyCell;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.Agreement;
import io.github.mnistmaven.study.statistics.Calibration;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.CellSummary;
import io.github.mnistmaven.study.statistics.ImageAgreement;
import io.github.mnistmaven.study.statistics.IntervalMethod;
import io.github.mnistmaven.study.statistics.Metric;
import io.github.mnistmaven.study.statistics.RunPredictions;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import io.github.mnistmaven.study.statistics.TemperatureScaling;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** All public types of this module. */
class StudyNullArgumentsTest extends NullArgumentsTest {

    private static final int DIGITS = 500;

    @Override
    protected List<Object> samples() {
        return Stream.of(statistics(), results(), study(), gates())
                .flatMap(List::stream)
                .toList();
    }

    /** It takes a trained model. */
    @Override
    protected List<String> exempt() {
        return List.of("ModelResult.of");
    }

    private static List<Object> statistics() {
        DigitSet digits = SampleResults.digits(1);
        float[] logProbabilities = new float[DigitSet.CLASSES];
        Arrays.fill(logProbabilities, (float) Math.log(1.0 / DigitSet.CLASSES));
        RunPredictions run = RunPredictions.of(1, Duration.ZERO, digits, logProbabilities);
        Cell cell = new Cell("cnn", List.of(run));
        Cell other = new Cell("lstm", List.of(run));
        CellSummary summary = CellSummary.of(cell);
        CellComparison pair = StudyStatistics.of(List.of(cell, other), StudyStatistics.DEFAULT_MARGIN)
                .pairs()
                .get(0);
        Agreement agreement = Agreement.of(List.of(cell));
        Calibration calibration = Calibration.of(cell, 1);
        return List.of(
                digits,
                logProbabilities,
                new byte[1],
                new float[1],
                new float[] {1},
                List.of(run),
                List.of(cell),
                List.of(0),
                Duration.ZERO,
                Metric.ACCURACY,
                IntervalMethod.IMAGES_ONLY,
                Optional.empty(),
                OptionalDouble.empty(),
                run,
                cell,
                summary,
                summary.accuracy(),
                calibration,
                calibration.interval(),
                calibration.bins().get(0),
                calibration.bins(),
                pair,
                pair.accuracy(),
                pair.accuracy().error(),
                pair.accuracy().error().seeds(),
                pair.accuracy().error().seeds().get(0),
                new StudyStatistics(List.of(summary), List.of(pair)),
                agreement,
                new ImageAgreement(0, 1, 1, List.of(1), 2, 1, 0.5, false),
                new TemperatureScaling(1));
    }

    private static List<Object> results() {
        Results results = SampleResults.of(DIGITS, SampleResults.CNN, SampleResults.LSTM);
        ModelResult result = results.models().get(0);
        BaselineGate gate = new BaselineGate(ReproducibilityMode.OFF, Tolerance.DEFAULT);
        Reproducibility found = gate.judge(results, results);
        Reproducibility.Model model = found.models().get(0);
        return List.of(
                "cnn",
                DIGITS,
                results.testDigits().fingerprint(),
                Path.of("target", "no", "such"),
                List.of(),
                results.models(),
                results.models().toArray(ModelResult[]::new),
                RecordedEpochs.parameterDigests(result.history()),
                DigitSet.DIGIT_NAMES,
                Map.of(),
                SampleResults.digits(DIGITS),
                Interval.wilson(1, 2),
                results,
                results.testDigits(),
                result,
                result.provenance(),
                result.history(),
                result.evaluation(),
                results.comparison(),
                results.comparison().tests().get(0),
                new BaselineFile(Path.of("target", "no", "such")),
                gate,
                gate.mode(),
                gate.tolerance(),
                found,
                model,
                model.verdict(),
                model.now(),
                new Reproducibility.Change("seed", "1", "2"),
                new ReportDirectory(Path.of("target", "no", "such")));
    }

    private static List<Object> study() {
        StudyResults results = SampleStudy.of(DIGITS, 1);
        StudyCell cell = results.cells().get(0);
        return List.of(
                results,
                results.cells(),
                results.testDigits(),
                cell,
                List.of("cnn-fast"),
                List.of(1L),
                cell.summary(),
                cell.runs().get(0),
                PrecisionTarget.between("cnn-fast", "lstm-fast"),
                new StudyReportDirectory(Path.of("target", "no", "such")),
                new GateReport(List.of(), false),
                new Digits(SampleResults.digits(DIGITS), SampleResults.digits(DIGITS)),
                Study.of(
                        new Digits(SampleResults.digits(DIGITS), SampleResults.digits(DIGITS)),
                        Path.of("target", "no", "such")),
                new Evaluation[0],
                Trainer.of("cnn"));
    }

    private static List<Object> gates() {
        Gates rules = Gates.of(Rule.moreAccurate("cnn-fast").than("lstm-fast"));
        Measurements measurements = Measurements.of(SampleStudy.of(DIGITS, 1));
        GateReport report = rules.judge(measurements);
        return List.of(
                "cnn-fast",
                "lstm-fast",
                BigDecimal.ONE,
                GatedMetric.ACCURACY,
                GateState.PASSED,
                Rule.accuracyOf("cnn-fast"),
                Rule.trainingTimeOf("cnn-fast"),
                new Rule[0],
                Duration.ZERO,
                measurements,
                RuleKind.MINIMUM,
                rules,
                report,
                report.results().get(0));
    }
}
