package io.github.mnistmaven.study.report;

import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.internal.tables.StudyCsv;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the report of a study goes: {@code study.csv}, {@code comparison.csv} and, last, {@code study.json}.
 *
 * @param path the directory; made where it is missing
 */
public record StudyReportDirectory(Path path) {

    /**
     * Names the directory; nothing is written yet.
     *
     * @param path the directory; made where it is missing
     */
    public StudyReportDirectory {
        Bounds.requirePresent("path", path);
    }

    /**
     * Writes the report in all formats.
     *
     * @param results what it is about
     * @return {@code study.json}
     * @throws IOException if a file cannot be written; what stood there before still does
     */
    public Path write(StudyResults results) throws IOException {
        Bounds.requirePresent("results", results);
        AtomicFile.writeString(path.resolve("study.csv"), StudyCsv.runs(results));
        AtomicFile.writeString(path.resolve("comparison.csv"), StudyCsv.pairs(results));
        Path file = path.resolve(StudyResults.FILE);
        results.write(file);
        return file;
    }
}
