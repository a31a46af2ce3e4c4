package io.github.mnistmaven.plugin.protocol;

import java.util.List;

/**
 * Evaluate saved models on test digits and report.
 *
 * @param models the names of the models, in this order
 * @param digits what they are measured on
 * @param output where they are saved and the reports are to go
 * @param failOnMissing whether a model that is not there is an error; else it is left out with a warning
 * @param minAccuracy what must be reached once the reports are written
 * @param baseline what is to be done about the baseline
 */
public record CompareRequest(
        List<String> models,
        DigitsRequest digits,
        OutputDirectory output,
        boolean failOnMissing,
        MinAccuracy minAccuracy,
        BaselineRequest baseline)
        implements Request {

    /** Takes copies. */
    public CompareRequest {
        models = List.copyOf(models);
    }

    @Override
    public String goal() {
        return "compare";
    }
}
