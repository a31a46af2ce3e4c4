package io.github.mnistmaven.plugin.digits;

import io.github.mnistmaven.data.DigitFormatException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.DigitSource;
import io.github.mnistmaven.data.IdxDirectory;
import io.github.mnistmaven.data.PublishedMnist;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.internal.files.UnwritableException;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The digits that a request asks for. */
public final class DigitLoader {

    /** Of the embedded digits; not the run's seed, so that another seed gives another run on the same digits. */
    private static final long EMBEDDED_SEED = 1;

    private final DigitsRequest request;
    private final Consumer<Event.DigitsRead> listener;

    /**
     * The digits of one request; nothing is read yet.
     *
     * @param request what is asked for
     * @param listener is told of each set that was read
     */
    public DigitLoader(DigitsRequest request, Consumer<Event.DigitsRead> listener) {
        this.request = request;
        this.listener = listener;
    }

    /** Where the digits come from, for those who sit at this machine. */
    private String place() {
        return request.directory().map(Path::toString).orElse(request.dataset().id());
    }

    /**
     * Reads or makes the training digits.
     *
     * @return no more than are asked for
     * @throws UserErrorException if that fails; the message says what to do
     */
    public DigitSet training() throws UserErrorException {
        return read("training", request.trainSamples(), DigitSource::training);
    }

    /**
     * Reads or makes the test digits.
     *
     * @return no more than are asked for
     * @throws UserErrorException if that fails; the message says what to do
     */
    public DigitSet test() throws UserErrorException {
        return read("test", request.testSamples(), DigitSource::test);
    }

    private DigitSet read(String use, Optional<Integer> limit, Reading reading) throws UserErrorException {
        try {
            DigitSet all = reading.of(open()).withClassNames(request.classNames());
            DigitSet digits = limit.map(all::first).orElse(all);
            listener.accept(new Event.DigitsRead(digits.size(), use, place()));
            return digits;
        } catch (IOException e) {
            // The library's own exceptions say it all; those of the system often are just the name of a file.
            if (e instanceof UnwritableException) {
                throw new UserErrorException(
                        e.getMessage() + " (parameter <cacheDirectory>, -Dmnist.cacheDirectory)", e);
            }
            boolean explained = e.getClass() == IOException.class || e instanceof DigitFormatException;
            throw new UserErrorException(
                    explained && e.getMessage() != null
                            ? e.getMessage() + waysOut(e)
                            : "cannot read the %s digits (%s): %s".formatted(use, place(), e),
                    e);
        }
    }

    /** What the library says of types, in terms of the plugin; nothing unless it is MNIST that is not to be had. */
    private String waysOut(IOException e) {
        boolean published = request.directory().isEmpty() && request.dataset() == Dataset.MNIST;
        return published && e.getClass() == IOException.class
                ? "\nIn a build: name the directory of the files (parameter <dataDirectory>, -Dmnist.dataDirectory), or use the digits that need no files (-Dmnist.dataset=embedded)"
                : "";
    }

    private DigitSource open() {
        if (request.directory().isPresent()) {
            return new IdxDirectory(request.directory().get());
        }
        if (request.dataset() == Dataset.EMBEDDED) {
            return new EmbeddedDigits(
                    EMBEDDED_SEED,
                    request.trainSamples().orElse(EmbeddedDigits.TRAINING),
                    request.testSamples().orElse(EmbeddedDigits.TEST));
        }
        return new PublishedMnist(
                request.cacheDirectory().orElseGet(PublishedMnist::defaultCache),
                request.downloadUrls().isEmpty() ? PublishedMnist.BASE_URLS : request.downloadUrls(),
                request.offline());
    }

    @FunctionalInterface
    private interface Reading {
        DigitSet of(DigitSource source) throws IOException;
    }
}
