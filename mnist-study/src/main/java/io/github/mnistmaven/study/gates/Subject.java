package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.study.statistics.Cell;
import java.util.Optional;

/** What a rule is about: a cell of a study, or a trained model. */
interface Subject {

    String name();

    /** Nothing where it is not among what was measured. */
    Optional<Measured> metric(GatedMetric metric);

    /** Of these, only the classes need to be those that were predicted; a model is a cell with one run. */
    Cell predictions();
}
