package io.github.mnistmaven.study;

import io.github.mnistmaven.NullArgumentsTest;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Interval;
import io.github.mnistmaven.study.baseline.Baseline;
import io.github.mnistmaven.study.baseline.BaselineException;
import io.github.mnistmaven.study.baseline.BaselineFile;
import io.github.mnistmaven.study.baseline.BaselineGate;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import io.github.mnistmaven.study.gates.MinimumAccuracy;
import io.github.mnistmaven.study.report.ReportDirectory;
import io.github.mnistmaven.study.results.EvaluatedModel;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
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
        return Stream.concat(statistics().stream(), results().stream()).toList();
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
        EvaluatedModel evaluated = results.evaluatedModels().get(0);
        Baseline baseline = Baseline.of(results);
        BaselineGate gate = new BaselineGate(ReproducibilityMode.OFF, Tolerance.DEFAULT);
        Reproducibility found = judged(gate, baseline, results);
        Reproducibility.Model model = found.models().get(0);
        return List.of(
                "cnn",
                DIGITS,
                result.predictions(),
                results.testDigits().labels(),
                results.testDigits().fingerprint(),
                results.hardestDigits().get(0).pixels(),
                Path.of("target", "no", "such"),
                List.of(),
                results.models(),
                results.comparisons(),
                result.metrics().confusionMatrix(),
                result.metrics().perClass(),
                result.confidences(),
                result.history().parameterDigests(),
                List.of(result.predictions()),
                DigitSet.DIGIT_NAMES,
                Map.of(),
                SampleResults.digits(DIGITS),
                Interval.wilson(1, 2),
                results,
                results.testDigits(),
                results.hardestDigits().get(0),
                result,
                result.metrics(),
                result.provenance(),
                result.history(),
                evaluated,
                evaluated.evaluation(),
                results.comparison(),
                results.comparisons().get(0),
                baseline,
                baseline.testDigits(),
                baseline.models().get(0),
                new BaselineFile(Path.of("target", "no", "such")),
                gate,
                gate.mode(),
                gate.tolerance(),
                found,
                model,
                model.verdict(),
                model.now(),
                new Reproducibility.Change("seed", "1", "2"),
                MinimumAccuracy.NONE,
                new ReportDirectory(Path.of("target", "no", "such")));
    }

    private static Reproducibility judged(BaselineGate gate, Baseline baseline, Results results) {
        try {
            return gate.judge(Path.of("baseline.json"), baseline, results);
        } catch (BaselineException e) {
            throw new IllegalStateException(e);
        }
    }
}
