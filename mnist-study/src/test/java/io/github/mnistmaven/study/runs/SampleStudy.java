package io.github.mnistmaven.study.runs;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.study.internal.runs.EvaluatedCell;
import io.github.mnistmaven.study.internal.runs.EvaluatedRun;
import io.github.mnistmaven.study.internal.runs.RunEvaluation;
import io.github.mnistmaven.study.internal.runs.StoredStudy;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Made-up runs of studies. */
public final class SampleStudy {

    private static final DigitSet VALIDATION = SampleResults.digits(50);

    private SampleStudy() {}

    /** Two cells, the first of which errs on every 50th image and the second on every 10th, in other places for each seed. */
    public static StudyResults of(int digits, long... seeds) {
        DigitSet test = SampleResults.digits(digits);
        return results(
                test,
                StudyStatistics.DEFAULT_MARGIN,
                List.of(
                        cell("cnn-fast", SampleResults.CNN, test, 50, seeds),
                        cell("lstm-fast", SampleResults.LSTM, test, 10, seeds)));
    }

    /** The results of some cells. */
    public static StudyResults results(DigitSet test, double margin, List<EvaluatedCell> cells) {
        return StudyResults.of(StoredStudy.of(test, margin, cells));
    }

    public static EvaluatedCell cell(
            String name, SampleResults.Sample sample, DigitSet test, int errorEvery, long... seeds) {
        return new EvaluatedCell(
                name,
                LongStream.of(seeds)
                        .mapToObj(seed -> run(sample, test, seed, errorEvery))
                        .toList());
    }

    public static EvaluatedRun run(SampleResults.Sample sample, DigitSet test, long seed, int errorEvery) {
        return new EvaluatedRun(
                withSeed(SampleResults.provenance(sample), seed),
                SampleResults.history(sample),
                RunEvaluation.of(
                        "ab12".repeat(16),
                        test,
                        logProbabilities(test, seed, errorEvery),
                        VALIDATION,
                        logProbabilities(VALIDATION, seed, errorEvery)));
    }

    private static Provenance withSeed(Provenance provenance, long seed) {
        Inputs inputs = provenance.inputs();
        return new Provenance(
                Inputs.of(
                        inputs.architecture(),
                        inputs.structureSha256(),
                        inputs.parameters(),
                        inputs.recipe(),
                        seed,
                        inputs.data(),
                        inputs.versions()),
                provenance.platform());
    }

    private static float[] logProbabilities(DigitSet digits, long seed, int errorEvery) {
        SplittableRandom random = new SplittableRandom(31 * seed + errorEvery);
        float[] values = new float[digits.size() * DigitSet.CLASSES];
        for (int i = 0; i < digits.size(); i++) {
            boolean wrong = random.nextInt(errorEvery) == 0;
            int predicted = (digits.label(i) + (wrong ? 1 : 0)) % DigitSet.CLASSES;
            double sure = wrong ? 0.6 + 0.3 * random.nextDouble() : 1 - 0.05 * random.nextDouble() - 1e-4;
            for (int digit = 0; digit < DigitSet.CLASSES; digit++) {
                values[i * DigitSet.CLASSES + digit] =
                        (float) Math.log(digit == predicted ? sure : (1 - sure) / (DigitSet.CLASSES - 1));
            }
        }
        return values;
    }
}
