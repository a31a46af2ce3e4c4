package io.github.mnistmaven.study.internal.summary;

import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.provenance.Versions;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where and from what some models were trained: the rows of a table of two columns. */
final class ProvenanceRows {

    private static final int START = 12;

    private ProvenanceRows() {}

    /** What all models have in common is said once, and what they do not is said as often as it differs. */
    static List<List<String>> of(List<Provenance> models, ClassWords words) {
        return List.of(
                List.of("training " + words.images(), each(models, model -> training(model.inputs()))),
                List.of("software", each(models, ProvenanceRows::software)),
                List.of("platform", each(models, model -> platform(model.platform()))),
                List.of(
                        "seeds",
                        models.stream()
                                .map(model -> Long.toString(model.inputs().seed()))
                                .distinct()
                                .collect(Collectors.joining(", "))));
    }

    private static String each(List<Provenance> models, Function<Provenance, String> what) {
        return models.stream().map(what).distinct().collect(Collectors.joining("; "));
    }

    /** As much of a digest as tells it from others. */
    static String start(String digest) {
        return digest.substring(0, START);
    }

    private static String training(Inputs inputs) {
        return "%s (%s), fingerprint %s"
                .formatted(
                        inputs.data().source(),
                        NumberText.count(inputs.data().trainingDigits()),
                        start(inputs.data().trainingFingerprint()));
    }

    private static String software(Provenance provenance) {
        Versions versions = provenance.inputs().versions();
        return "mnist-models %s, DJL %s, PyTorch %s, Java %s"
                .formatted(
                        versions.library(),
                        versions.djl(),
                        versions.pytorch(),
                        provenance.platform().java());
    }

    private static String platform(Platform platform) {
        return "numerics %s, threads %s, %s, %s, %s"
                .formatted(
                        platform.numerics(),
                        platform.threads(),
                        platform.instructionSet(),
                        platform.os(),
                        platform.cpu());
    }
}
