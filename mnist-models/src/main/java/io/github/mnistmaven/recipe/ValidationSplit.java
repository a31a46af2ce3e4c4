package io.github.mnistmaven.recipe;

/** Which of the training digits are held out for validation. */
public enum ValidationSplit {

    /**
     * Drawn at random from the run's seed, stratified by class: each digit 0 to 9 has the same share among the held-out
     * digits as among all. Whatever order a data set is in, the held-out digits are like the others.
     */
    STRATIFIED,

    /** The last ones, in the order of the data set, as Keras' {@code validation_split} takes them. So did the published study that this project re-creates. */
    LAST
}
