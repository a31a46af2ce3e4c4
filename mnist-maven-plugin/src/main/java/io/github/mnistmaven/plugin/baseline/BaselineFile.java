package io.github.mnistmaven.plugin.baseline;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.files.JsonFormatException;
import io.github.mnistmaven.plugin.baseline.Baseline.Model;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        try {
            return parse();
        } catch (JsonFormatException e) {
            throw new UserErrorException("the baseline is damaged: %s; %s".formatted(e.getMessage(), WAYS_OUT), e);
        }
    }

    private Optional<Baseline> parse() throws UserErrorException, JsonFormatException {
        // A link to nowhere, and what may be there but cannot be looked at, are not "none": they are errors below.
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            requireKnownFormat();
            return Optional.of(Json.read(path, Baseline.class));
        } catch (JsonFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new UserErrorException(
                    "the baseline %s cannot be read (%s): make it readable, or name another file (parameter <baseline>, -Dmnist.baseline)"
                            .formatted(path, e),
                    e);
        }
    }

    /** Before the rest is looked at, which in another format may be anything. */
    private void requireKnownFormat() throws UserErrorException, IOException {
        try {
            JsonElement json = JsonParser.parseString(Files.readString(path));
            int format = json.isJsonObject() && json.getAsJsonObject().has("format")
                    ? json.getAsJsonObject().get("format").getAsInt()
                    : Baseline.FORMAT;
            if (format > Baseline.FORMAT) {
                throw new UserErrorException(
                        "the baseline %s has format %s, this version of the plugin reads format %s: update the plugin, or name another file (parameter <baseline>, -Dmnist.baseline)"
                                .formatted(path, format, Baseline.FORMAT));
            }
        } catch (CharacterCodingException
                | JsonParseException
                | NumberFormatException
                | UnsupportedOperationException
                | IllegalStateException e) {
            // Damaged: whoever reads all of it says where.
        }
    }

    /**
     * Reads the baseline for models that are about to be compared with it.
     *
     * @param models their names
     * @param test what they are measured on
     * @param source where that comes from, in words
     * @return the baseline, or nothing if there is no file
     * @throws UserErrorException if the file is damaged or of a newer format, or is about other digits or models
     */
    public Optional<Baseline> readFor(List<String> models, DigitSet test, String source) throws UserErrorException {
        Optional<Baseline> baseline = read();
        if (baseline.isEmpty()) {
            return baseline;
        }
        Baseline.TestDigits expected = baseline.get().testDigits();
        Baseline.TestDigits testDigits = Baseline.TestDigits.of(test, source);
        if (!sameDigits(expected, testDigits)) {
            throw new UserErrorException(
                    "the baseline %s is about %s test digits from '%s' (fingerprint %s), but these are %s from '%s' (fingerprint %s): compare on those, or name another file (parameter <baseline>, -Dmnist.baseline)"
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
            requirePredictions(baseline.get().model(model).orElseThrow(), test);
        }
        return baseline;
    }

    /** All that a model's accuracy says follows from its predictions: one that was edited by hand does not pass. */
    private void requirePredictions(Model model, DigitSet test) throws UserErrorException {
        String predictions = model.allPredictions();
        if (predictions.length() != test.size()) {
            throw new UserErrorException(
                    "the baseline is damaged: %s has %s predictions of model '%s' for %s test digits; %s"
                            .formatted(path, predictions.length(), model.model(), test.size(), WAYS_OUT));
        }
        long right = IntStream.range(0, test.size())
                .filter(i -> predictions.charAt(i) - '0' == test.label(i))
                .count();
        double accuracy = right / (double) test.size();
        if (!(Math.abs(model.accuracy() - accuracy) < 1e-9)) {
            throw new UserErrorException(
                    "the baseline is damaged: %s has accuracy %s of model '%s', but its predictions are right in %s of %s test digits, which is %s; %s"
                            .formatted(path, model.accuracy(), model.model(), right, test.size(), accuracy, WAYS_OUT));
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
     * @return what of the old file is lost, in sentences
     * @throws UserErrorException if the old file is of a newer format, which must not be overwritten
     * @throws IOException if the file cannot be written; what stood there before still does
     */
    public List<String> update(List<Model> models, Baseline.TestDigits testDigits)
            throws UserErrorException, IOException {
        List<String> losses = new ArrayList<>();
        Baseline fresh = new Baseline(Baseline.FORMAT, testDigits, List.of()).with(models);
        Optional<Baseline> old = old(losses);
        boolean sameDigits = old.map(Baseline::testDigits)
                .filter(digits -> sameDigits(digits, testDigits))
                .isPresent();
        if (old.isPresent() && !sameDigits) {
            old.get().models().stream()
                    .map(Model::model)
                    .filter(name -> fresh.model(name).isEmpty())
                    .map(name -> "the baseline %s no longer has '%s', which was measured on other test digits"
                            .formatted(path, name))
                    .forEach(losses::add);
        }
        Json.write(path, sameDigits ? old.get().with(models) : fresh);
        return losses;
    }

    /** A damaged one is what an update is for. */
    private Optional<Baseline> old(List<String> losses) throws UserErrorException {
        try {
            return parse();
        } catch (JsonFormatException e) {
            losses.add("the old baseline was damaged and is replaced, with all models in it: " + e.getMessage());
            return Optional.empty();
        }
    }
}
