package io.github.mnistmaven.study.experiment;

import io.github.mnistmaven.study.runs.StudyRun;

/**
 * Is told how a study goes on, in the thread that runs it.
 *
 * <pre>{@code
 * StudyListener listener = (cell, run) -> System.out.println(cell + " " + run); // cnn-fast seed 3: 99.21 % (12.4 s)
 * }</pre>
 */
@FunctionalInterface
public interface StudyListener {

    /** Listens to nothing. */
    StudyListener NONE = (cell, run) -> {};

    /**
     * A run is complete: trained, saved and evaluated.
     *
     * @param cell the name of its cell
     * @param run what was measured
     */
    void onRun(String cell, StudyRun run);

    /**
     * The study begins.
     *
     * @param runs how many runs it has
     * @param done how many of them are there already and need not be trained
     */
    default void onStart(int runs, int done) {}

    /**
     * A run failed; the study goes on.
     *
     * @param cell the name of its cell
     * @param seed of the run
     * @param reason what failed
     */
    default void onFailure(String cell, long seed, Exception reason) {}
}
