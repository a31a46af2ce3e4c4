package io.github.mnistmaven.plugin.protocol;

import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import java.util.List;
import java.util.Optional;

/**
 * Train a saved model again from its provenance, and see whether it comes out the same.
 *
 * @param models its name
 * @param digits what it was trained on
 * @param output where it is saved
 * @param mode whether the same bits are asked for, where they can be expected
 * @param tolerance how far it may differ where they are not
 */
public record VerifyRequest(
        List<String> models,
        DigitsRequest digits,
        OutputDirectory output,
        ReproducibilityMode mode,
        Tolerance tolerance)
        implements Request {

    /** As many as a file may have drawn: 785 bytes each. */
    private static final int MAX_EMBEDDED = 200_000;

    /** Takes copies. */
    public VerifyRequest {
        models = List.copyOf(models);
    }

    @Override
    public String goal() {
        return "verify";
    }

    /**
     * The digits that a model was trained on.
     *
     * @param model its name
     * @param data what its provenance says of them
     * @param configured where digits are found on this machine
     * @return where to get those of the model
     * @throws UserErrorException if the provenance alone does not say where they are
     */
    public static DigitsRequest digits(String model, Inputs.Data data, DigitsRequest configured)
            throws UserErrorException {
        boolean fromDirectory = data.source().equals(DigitsRequest.DIRECTORY);
        if (fromDirectory && configured.directory().isEmpty()) {
            throw UserErrorException.about(
                    "dataDirectory", "%s was trained on digits from a directory; name it".formatted(model));
        }
        Dataset dataset = fromDirectory
                ? configured.dataset()
                : Dataset.of(data.source())
                        .orElseThrow(() -> new UserErrorException(
                                "%s was trained on digits from '%s', which the plugin does not know; it can be verified by the program that trained it"
                                        .formatted(model, data.source())));
        if (dataset == Dataset.EMBEDDED && data.trainingDigits() > MAX_EMBEDDED) {
            throw new UserErrorException(
                    "%s was trained on %d embedded digits, but the plugin draws at most %d; it can be verified by the program that trained it"
                            .formatted(model, data.trainingDigits(), MAX_EMBEDDED));
        }
        return new DigitsRequest(
                dataset,
                configured.directory().filter(directory -> fromDirectory),
                data.classNames(),
                Optional.of(data.trainingDigits()),
                configured.testSamples(),
                configured.cacheDirectory(),
                configured.downloadUrls(),
                configured.offline());
    }
}
