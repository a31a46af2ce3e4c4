package io.github.mnistmaven.study.statistics;

/** Which sources of chance an interval counts. */
public enum IntervalMethod {
    /** Other seeds and other test images. */
    SEEDS_AND_IMAGES("counts both the choice of seeds and the choice of test images"),

    /** Other test images, not other seeds: one seed says nothing of how much results vary with the seed. */
    IMAGES_ONLY("counts the choice of test images alone, as there is a single seed"),

    /** Other seeds; test images have no part in it. */
    SEEDS_ONLY("counts the choice of seeds");

    private final String words;

    IntervalMethod(String words) {
        this.words = words;
    }

    /**
     * The method as people read it.
     *
     * @return what to say of an interval, such as {@code counts the choice of seeds}
     */
    @Override
    public String toString() {
        return words;
    }
}
