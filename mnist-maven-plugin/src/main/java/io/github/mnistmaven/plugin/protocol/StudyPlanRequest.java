package io.github.mnistmaven.plugin.protocol;

import java.util.List;

/**
 * Find out, before a study trains anything, whether its architectures exist, and which of its models need not be trained again although they were trained with something else.
 *
 * @param runs at least one, all of the same digits and in the same directory
 */
public record StudyPlanRequest(List<StudyRunRequest> runs) implements Request {

    /** Takes a copy. */
    public StudyPlanRequest {
        runs = List.copyOf(runs);
    }

    @Override
    public String goal() {
        return "study";
    }

    @Override
    public String task() {
        return goal() + "-plan";
    }

    @Override
    public List<String> models() {
        return runs.stream().map(StudyRunRequest::model).distinct().toList();
    }

    @Override
    public DigitsRequest digits() {
        return runs.get(0).digits();
    }

    @Override
    public OutputDirectory output() {
        return runs.get(0).output();
    }
}
