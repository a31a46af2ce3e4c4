package io.github.mnistmaven.study.internal.verdicts;

import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.gates.GateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that say what became of a baseline, {@code reproducibility.json}, and of rules: {@code gates.json} and the report in the format of JUnit.
 *
 * @param directory that they are in
 */
public record VerdictFiles(Path directory) {

    /**
     * Writes how models compare with a baseline.
     *
     * @param found how they compare
     * @throws IOException if the file cannot be written
     */
    public void write(Reproducibility found) throws IOException {
        found.write(directory.resolve(Reproducibility.FILE));
    }

    /**
     * Writes what became of the rules.
     *
     * @param report each rule, and whether it is kept
     * @throws IOException if a file cannot be written
     */
    public void write(GateReport report) throws IOException {
        report.write(directory.resolve(GateReport.FILE));
        report.writeJUnit(directory.resolve(GateReport.JUNIT_FILE));
    }

    /**
     * Deletes what became of the rules of another build: it would speak of other models.
     *
     * @throws IOException if it cannot be deleted
     */
    public void deleteOfRules() throws IOException {
        Files.deleteIfExists(directory.resolve(GateReport.FILE));
        Files.deleteIfExists(directory.resolve(GateReport.JUNIT_FILE));
    }

    /**
     * Deletes what became of the baseline and of the rules of another build.
     *
     * @throws IOException if it cannot be deleted
     */
    public void delete() throws IOException {
        Files.deleteIfExists(directory.resolve(Reproducibility.FILE));
        deleteOfRules();
    }
}
