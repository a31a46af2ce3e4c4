package io.github.mnistmaven.data;

/** The four files of MNIST as Y. LeCun, C. Cortes and C. J. C. Burges published them. */
enum PublishedFile {
    TRAINING_IMAGES(
            "train-images-idx3-ubyte", 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    TRAINING_LABELS(
            "train-labels-idx1-ubyte", 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    TEST_IMAGES(
            "t10k-images-idx3-ubyte", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    TEST_LABELS("t10k-labels-idx1-ubyte", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    /**
     * What a file has to hold, uncompressed.
     *
     * @param bytes how many
     * @param sha256 of them, in lower-case hexadecimal
     */
    record Content(long bytes, String sha256) {}

    private final String fileName;
    private final Content content;

    PublishedFile(String fileName, long bytes, String sha256) {
        this.fileName = fileName;
        this.content = new Content(bytes, sha256);
    }

    /** Without {@code .gz}. */
    String fileName() {
        return fileName;
    }

    Content content() {
        return content;
    }
}
