package io.github.mnistmaven.plugin.protocol;

import java.util.List;

/**
 * Evaluate saved models on test digits, and write {@code results.json}.
 *
 * @param models the names of the models, in this order
 * @param digits what they are measured on
 * @param output where they are saved and the results are to go
 */
public record CompareRequest(List<String> models, DigitsRequest digits, OutputDirectory output) implements Request {

    /** Takes copies. */
    public CompareRequest {
        models = List.copyOf(models);
    }

    @Override
    public String goal() {
        return "compare";
    }
}
