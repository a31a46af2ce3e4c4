package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.study.runs.CellResult;
import io.github.mnistmaven.study.runs.StudyResults;
import java.util.stream.Collectors;

/** The cells of a study, found by the name that a rule says. */
final class StudyCells {

    private StudyCells() {}

    static int index(StudyResults results, String name) {
        for (int i = 0; i < results.cells().size(); i++) {
            if (results.cells().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("a rule is about the cell '%s', which is not in the study; there are %s"
                .formatted(name, results.cells().stream().map(CellResult::name).collect(Collectors.joining(", "))));
    }

    static int seeds(StudyResults results, String name) {
        return results.cells().get(index(results, name)).runs().size();
    }
}
