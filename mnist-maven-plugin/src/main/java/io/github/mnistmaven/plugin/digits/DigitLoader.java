package io.github.mnistmaven.plugin.digits;

import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitFormatException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.DigitSource;
import io.github.mnistmaven.data.PublishedMnist;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.files.UnwritableException;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

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
     * Downloads what of MNIST is missing, if it is asked for. Only Maven's process does so, as it knows proxies and passwords; what
     * reads the digits later goes to no network.
     *
     * @param network how to get to the servers
     * @throws UserErrorException if that fails; the message says what to do
     */
    public void download(UnaryOperator<PublishedMnist> network) throws UserErrorException {
        if (request.directory().isPresent() || request.dataset() != Dataset.MNIST) {
            return;
        }
        try {
            network.apply(mnist(request.offline())).fetch();
        } catch (IOException e) {
            throw explained("training", e);
        }
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
            DigitSource source = open();
            DigitSet all = reading.of(source);
            if (!request.classNames().isEmpty()) {
                all = all.withClassNames(request.classNames());
            }
            DigitSet digits = limit.map(all::first).orElse(all);
            listener.accept(new Event.DigitsRead(digits.size(), use, described(source)));
            return digits;
        } catch (IOException e) {
            throw explained(use, e);
        }
    }

    private String described(DigitSource source) throws IOException {
        return source instanceof DigitDirectory directory
                ? directory.description().map(what -> place() + ", " + what).orElse(place())
                : place();
    }

    /** The library's own exceptions say it all; those of the system often are just the name of a file. */
    private UserErrorException explained(String use, IOException e) {
        if (e instanceof UnwritableException) {
            return UserErrorException.about("cacheDirectory", e.getMessage(), e);
        }
        boolean explained = e.getClass() == IOException.class || e instanceof DigitFormatException;
        return new UserErrorException(
                explained && e.getMessage() != null
                        ? e.getMessage() + waysOut(e)
                        : "cannot read the %s digits (%s): %s".formatted(use, place(), Causes.inWords(e)),
                e);
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
            return new DigitDirectory(request.directory().get());
        }
        if (request.dataset() == Dataset.EMBEDDED) {
            return new EmbeddedDigits()
                    .seed(EMBEDDED_SEED)
                    .sizes(
                            request.trainSamples().orElse(EmbeddedDigits.TRAINING),
                            request.testSamples().orElse(EmbeddedDigits.TEST));
        }
        return mnist(true);
    }

    private PublishedMnist mnist(boolean offline) {
        PublishedMnist mnist = new PublishedMnist()
                .cache(request.cacheDirectory().orElseGet(PublishedMnist::defaultCache))
                .baseUrls(request.downloadUrls().isEmpty() ? PublishedMnist.BASE_URLS : request.downloadUrls());
        return offline ? mnist.offline() : mnist;
    }

    @FunctionalInterface
    private interface Reading {
        DigitSet of(DigitSource source) throws IOException;
    }
}
