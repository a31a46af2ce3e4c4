package io.github.mnistmaven.plugin.protocol;

import java.util.List;

/** What a worker is asked to do. */
public sealed interface Request
        permits TrainRequest, CompareRequest, VerifyRequest, ReadRequest, StudyPlanRequest, StudyRunRequest {

    /**
     * What to do, in a word.
     *
     * @return the name of the goal
     */
    String goal();

    /**
     * What the files of its worker are called: requests that are worked on at the same time have different ones.
     *
     * @return a name for files
     */
    default String task() {
        return goal();
    }

    /**
     * Which models.
     *
     * @return their names, at least one
     */
    List<String> models();

    /**
     * Which digits.
     *
     * @return where to get them
     */
    DigitsRequest digits();

    /**
     * Where models and reports are.
     *
     * @return the directory
     */
    OutputDirectory output();
}
