package io.github.mnistmaven.plugin.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Train models and save them.
 *
 * @param models the architectures, in this order
 * @param digits what they learn from
 * @param output where to save them
 * @param recipe how to train them
 * @param seed what all random choices derive from
 * @param inputs all that the models depend on, as {@link io.github.mnistmaven.plugin.uptodate.TrainingInputs} tells it
 * @param force whether to start anew where a training that was killed could go on
 */
public record TrainRequest(
        List<String> models,
        DigitsRequest digits,
        OutputDirectory output,
        RecipeRequest recipe,
        long seed,
        Map<String, String> inputs,
        boolean force)
        implements Request {

    /** Takes copies. */
    public TrainRequest {
        models = List.copyOf(models);
        // In an order that is the same in each process, as text is made of them.
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    /**
     * The same for other models.
     *
     * @param others what to train instead
     * @return the changed request
     */
    public TrainRequest withModels(List<String> others) {
        return new TrainRequest(others, digits, output, recipe, seed, inputs, force);
    }

    @Override
    public String goal() {
        return "train";
    }
}
