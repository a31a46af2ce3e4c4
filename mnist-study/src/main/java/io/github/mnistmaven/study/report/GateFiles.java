package io.github.mnistmaven.study.report;

import io.github.mnistmaven.study.gates.GateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that say what became of the rules, {@code gates.json} and the report in the format of JUnit. */
record GateFiles(Path directory) {

    void write(GateReport report) throws IOException {
        report.write(directory.resolve(GateReport.FILE));
        report.writeJUnit(directory.resolve(GateReport.JUNIT_FILE));
    }

    void delete() throws IOException {
        Files.deleteIfExists(directory.resolve(GateReport.FILE));
        Files.deleteIfExists(directory.resolve(GateReport.JUNIT_FILE));
    }
}
