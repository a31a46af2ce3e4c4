package io.github.mnistmaven.study.report;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.results.Results;
import java.util.Optional;

/**
 * What a report tells.
 *
 * <pre>{@code
 * Results measured = Results.read(Path.of("target/mnist/results.json"));
 * new ReportDirectory(Path.of("target/report")).write(Report.of(measured));
 * }</pre>
 *
 * <p>Make one with {@link #of} rather than with the constructor, which gets a parameter more with each thing that a report may tell.
 *
 * @param results what was measured
 * @param reproducibility how the models compare with a baseline; empty if there is none
 * @param gates what became of the rules; empty if there are none
 */
public record Report(Results results, Optional<Reproducibility> reproducibility, Optional<GateReport> gates) {

    /**
     * Checks that all are there.
     *
     * @param results what was measured
     * @param reproducibility how the models compare with a baseline; empty if there is none
     * @param gates what became of the rules; empty if there are none
     */
    public Report {
        Bounds.requirePresent("results", results);
        Bounds.requirePresent("reproducibility", reproducibility);
        Bounds.requirePresent("gates", gates);
    }

    /**
     * A report of results alone.
     *
     * @param results what was measured
     * @return a report without baseline and rules
     */
    public static Report of(Results results) {
        return new Report(results, Optional.empty(), Optional.empty());
    }

    /**
     * The same with how the models compare with a baseline.
     *
     * @param verdicts how they compare
     * @return a report that tells it
     */
    public Report with(Reproducibility verdicts) {
        Bounds.requirePresent("verdicts", verdicts);
        return new Report(results, Optional.of(verdicts), gates);
    }

    /**
     * The same with what became of the rules.
     *
     * @param rules what became of them
     * @return a report that tells it
     */
    public Report with(GateReport rules) {
        Bounds.requirePresent("rules", rules);
        return new Report(results, reproducibility, Optional.of(rules));
    }
}
