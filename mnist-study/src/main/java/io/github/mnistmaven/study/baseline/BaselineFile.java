package io.github.mnistmaven.study.baseline;

import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.FormatVersionException;
import io.github.mnistmaven.internal.files.JsonFormatException;
import io.github.mnistmaven.study.internal.baseline.Baseline;
import io.github.mnistmaven.study.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file that holds a baseline, in version control. One that cannot be trusted is an error, never a pass.
 *
 * <pre>{@code
 * BaselineFile baseline = new BaselineFile(Path.of("src/mnist/baseline.json"));
 * baseline.update(Results.read(Path.of("target/mnist/results.json"))); // then commit the file
 * }</pre>
 *
 * @param path of the file, which need not exist
 */
public record BaselineFile(Path path) {

    /**
     * Names the file; nothing is read yet.
     *
     * @param path of the file, which need not exist
     */
    public BaselineFile {
        Bounds.requirePresent("path", path);
    }

    /**
     * Which models the baseline has.
     *
     * @return their names, or nothing if there is no file
     * @throws BaselineException if the file is damaged, of another format or version, or cannot be read
     */
    public Optional<List<String>> models() throws BaselineException {
        return read().map(baseline ->
                baseline.models().stream().map(Baseline.Model::model).toList());
    }

    /** Nothing if there is no file. */
    Optional<Baseline> read() throws BaselineException {
        // A link to nowhere, and what may be there but cannot be looked at, are not "none": they are errors below.
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Baseline.FORMAT.read(path));
        } catch (FormatVersionException e) {
            throw new BaselineException("the baseline " + e.getMessage(), e);
        } catch (JsonFormatException e) {
            throw new BaselineException(
                    "the baseline is damaged: %s; restore it from version control, or write it again"
                            .formatted(e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new BaselineException(
                    "the baseline %s cannot be read (%s): make it readable, or name another file"
                            .formatted(path, Causes.inWords(e)),
                    e);
        }
    }

    /**
     * Writes models into the baseline. Others that are in it stay if they were evaluated on the same digits.
     *
     * @param results what to commit to
     * @return what of the old file is lost, in sentences
     * @throws BaselineException if the old file is of a version that is not read, which must not be overwritten
     * @throws IOException if the file cannot be written; what stood there before still does
     */
    public List<String> update(Results results) throws IOException {
        Bounds.requirePresent("results", results);
        List<String> losses = new ArrayList<>();
        Baseline fresh = Baseline.of(results);
        Optional<Baseline> old = old(losses);
        boolean sameDigits = old.map(Baseline::testDigits)
                .filter(digits -> digits.isSameSetAs(fresh.testDigits()))
                .isPresent();
        if (old.isPresent() && !sameDigits) {
            old.get().models().stream()
                    .map(Baseline.Model::model)
                    .filter(name -> fresh.model(name).isEmpty())
                    .map(name -> "the baseline %s no longer has '%s', which was evaluated on other test digits"
                            .formatted(path, name))
                    .forEach(losses::add);
        }
        Baseline.FORMAT.write(path, sameDigits ? old.get().with(fresh.models()) : fresh);
        return losses;
    }

    /** A damaged one is what an update is for. */
    private Optional<Baseline> old(List<String> losses) throws BaselineException {
        try {
            return read();
        } catch (BaselineException e) {
            if (e.getCause() instanceof JsonFormatException && !(e.getCause() instanceof FormatVersionException)) {
                losses.add("the old baseline was damaged and is replaced, with all models in it: "
                        + e.getCause().getMessage());
                return Optional.empty();
            }
            throw e;
        }
    }
}
