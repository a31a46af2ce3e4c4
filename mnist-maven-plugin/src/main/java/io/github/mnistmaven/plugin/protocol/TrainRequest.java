package io.github.mnistmaven.plugin.protocol;

import java.util.List;

/**
 * Train models and save them.
 *
 * @param models the architectures, in this order
 * @param digits what they learn from
 * @param output where to save them
 * @param overrides what differs from their own recipes
 * @param seed what all random choices derive from
 */
public record TrainRequest(
        List<String> models, DigitsRequest digits, OutputDirectory output, RecipeOverrides overrides, long seed)
        implements Request {

    /** Takes copies. */
    public TrainRequest {
        models = List.copyOf(models);
    }

    @Override
    public String goal() {
        return "train";
    }
}
