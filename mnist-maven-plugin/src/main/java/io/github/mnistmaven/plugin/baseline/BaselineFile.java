package io.github.mnistmaven.plugin.baseline;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.files.JsonFormatException;
import io.github.mnistmaven.plugin.baseline.Baseline.Model;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file that holds a baseline. One that cannot be trusted is an error, never a pass.
 *
 * @param path of the file, which need not exist
 */
public record BaselineFile(Path path) {

    private static final String WAYS_OUT =
            "restore it from version control, or write it anew: mvn mnist:compare -Dmnist.updateBaseline";

    /**
     * Reads the baseline.
     *
     * @return it, or nothing if there is no file
     * @throws UserErrorException if the file is damaged or of a newer format
     */
    public Optional<Baseline> read() throws UserErrorException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        requireKnownFormat();
        try {
            return Optional.of(Json.read(path, Baseline.class));
        } catch (JsonFormatException e) {
            throw new UserErrorException("the baseline is damaged: %s; %s".formatted(e.getMessage(), WAYS_OUT), e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Before the rest is looked at, which in another format may be anything. */
    private void requireKnownFormat() throws UserErrorException {
        try {
            JsonElement json = JsonParser.parseString(Files.readString(path));
            int format = json.isJsonObject() && json.getAsJsonObject().has("format")
                    ? json.getAsJsonObject().get("format").getAsInt()
                    : Baseline.FORMAT;
            if (format > Baseline.FORMAT) {
                throw new UserErrorException(
                        "the baseline %s has format %d, this version of the plugin reads format %d: update the plugin, or name another file (parameter <baseline>, -Dmnist.baseline)"
                                .formatted(path, format, Baseline.FORMAT));
            }
        } catch (JsonParseException | NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            // Damaged: whoever reads all of it says where.
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UserErrorException unreadable(IOException e) {
        return new UserErrorException("the baseline %s cannot be read (%s)".formatted(path, e), e);
    }

    /**
     * Reads the baseline for models that are about to be compared with it.
     *
     * @param models their names
     * @param testDigits what they are measured on
     * @return the baseline, or nothing if there is no file
     * @throws UserErrorException if the file is damaged or of a newer format, or is about other digits or models
     */
    public Optional<Baseline> readFor(List<String> models, Baseline.TestDigits testDigits) throws UserErrorException {
        Optional<Baseline> baseline = read();
        if (baseline.isEmpty()) {
            return baseline;
        }
        Baseline.TestDigits expected = baseline.get().testDigits();
        if (!sameDigits(expected, testDigits)) {
            throw new UserErrorException(
                    "the baseline %s is about %,d test digits from '%s' (fingerprint %s), but these are %,d from '%s' (fingerprint %s): compare on those, or name another file (parameter <baseline>, -Dmnist.baseline)"
                            .formatted(
                                    path,
                                    expected.count(),
                                    expected.source(),
                                    start(expected.fingerprint()),
                                    testDigits.count(),
                                    testDigits.source(),
                                    start(testDigits.fingerprint())));
        }
        for (String model : models) {
            if (baseline.get().model(model).isEmpty()) {
                throw new UserErrorException(
                        "the baseline %s has no model '%s'; it has %s. To add it: mvn mnist:compare -Dmnist.updateBaseline -Dmnist.models=%s"
                                .formatted(
                                        path,
                                        model,
                                        String.join(
                                                ", ",
                                                baseline.get().models().stream()
                                                        .map(Model::model)
                                                        .toList()),
                                        model));
            }
            requirePredictions(baseline.get(), model);
        }
        return baseline;
    }

    private void requirePredictions(Baseline baseline, String model) throws UserErrorException {
        int found = baseline.model(model).orElseThrow().allPredictions().length();
        if (found != baseline.testDigits().count()) {
            throw new UserErrorException(
                    "the baseline is damaged: %s has %,d predictions of model '%s' for %,d test digits; %s"
                            .formatted(path, found, model, baseline.testDigits().count(), WAYS_OUT));
        }
    }

    /** The source is a word for people. */
    private static boolean sameDigits(Baseline.TestDigits a, Baseline.TestDigits b) {
        return a.count() == b.count() && a.fingerprint().equals(b.fingerprint());
    }

    private static String start(String fingerprint) {
        return fingerprint.substring(0, Math.min(12, fingerprint.length())) + "...";
    }

    /**
     * Writes models into the baseline. Others that are in it stay if they were measured on the same digits.
     *
     * @param models what to commit to
     * @param testDigits what they were measured on
     * @throws UserErrorException if the old file is of a newer format, which must not be overwritten
     * @throws IOException if the file cannot be written; what stood there before still does
     */
    public void update(List<Model> models, Baseline.TestDigits testDigits) throws UserErrorException, IOException {
        requireNoNewerFormat();
        Baseline empty = new Baseline(Baseline.FORMAT, testDigits, List.of());
        Baseline before = old().filter(baseline -> sameDigits(baseline.testDigits(), testDigits))
                .orElse(empty);
        Json.write(path, before.with(models));
    }

    private void requireNoNewerFormat() throws UserErrorException {
        if (Files.exists(path)) {
            requireKnownFormat();
        }
    }

    /** A damaged one is what an update is for. */
    private Optional<Baseline> old() {
        try {
            return read();
        } catch (UserErrorException e) {
            return Optional.empty();
        }
    }
}
