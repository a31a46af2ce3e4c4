package io.github.mnistmaven.plugin.protocol;

/** Receives what a worker reports; one method per kind of event, so that none can be forgotten. */
public interface EventListener {

    /**
     * The digits were read.
     *
     * @param event how many, and where from
     */
    void on(Event.DigitsRead event);

    /**
     * Training goes on.
     *
     * @param event how far it is
     */
    void on(Event.Progress event);

    /**
     * An epoch was finished and measured.
     *
     * @param event what it measured
     */
    void on(Event.EpochFinished event);

    /**
     * A training that was stopped is resumed.
     *
     * @param event from where
     */
    void on(Event.Resumed event);

    /**
     * A model was trained and saved.
     *
     * @param event its history in brief
     */
    void on(Event.Trained event);

    /**
     * The models were evaluated and the results written.
     *
     * @param event where
     */
    void on(Event.Measured event);

    /**
     * Something to be told as it is.
     *
     * @param event lines of text
     */
    void on(Event.Noted event);

    /**
     * Something that users should know but that stops nothing.
     *
     * @param event a sentence for users
     */
    void on(Event.Warned event);

    /**
     * The job failed; the worker ends.
     *
     * @param event why
     */
    void on(Event.Failed event);

    /**
     * The job is done; the worker ends.
     *
     * @param event holds nothing
     */
    void on(Event.Done event);
}
