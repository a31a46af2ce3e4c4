package io.github.mnistmaven.plugin.protocol;

import io.github.mnistmaven.study.internal.runs.StudyDirectory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Complete one run of a study: train and save its model where there is none that is up to date, and evaluate it.
 *
 * @param cell the name of its cell
 * @param model the architecture
 * @param digits what it learns from and is evaluated on
 * @param output where the study is
 * @param recipe how to train
 * @param seed what all random choices derive from
 * @param inputs all that the model depends on, as {@link io.github.mnistmaven.plugin.uptodate.TrainingInputs} tells it
 * @param train whether to train; else there is a model, and it is evaluated
 */
public record StudyRunRequest(
        String cell,
        String model,
        DigitsRequest digits,
        OutputDirectory output,
        RecipeRequest recipe,
        long seed,
        Map<String, String> inputs,
        boolean train)
        implements Request {

    /** Takes a copy. */
    public StudyRunRequest {
        // In an order that is the same in each process, as text is made of them.
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    @Override
    public String goal() {
        return "study";
    }

    @Override
    public String task() {
        return "%s-%s-seed-%d".formatted(goal(), cell, seed);
    }

    @Override
    public List<String> models() {
        return List.of(model);
    }

    /**
     * The run for people.
     *
     * @return such as {@code cnn-fast seed 3}
     */
    public String label() {
        return "%s seed %d".formatted(cell, seed);
    }

    /**
     * Where the model of the run is.
     *
     * @return an ordinary saved model
     */
    public ModelPlace place() {
        return output.studyRun(cell, seed);
    }

    /**
     * What the model gave for each digit.
     *
     * @return a file
     */
    public Path evaluation() {
        return new StudyDirectory(output.study()).evaluation(cell, seed);
    }

    /**
     * The same for a model that is there.
     *
     * @return a request to evaluate it
     */
    public StudyRunRequest withoutTraining() {
        return new StudyRunRequest(cell, model, digits, output, recipe, seed, inputs, false);
    }
}
