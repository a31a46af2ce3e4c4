package io.github.mnistmaven.internal.download;

import io.github.mnistmaven.internal.files.PrintableText;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What failed, in words. The exceptions of the client say it in terms of its own, or leave it out. */
public final class TransferFailure {

    private TransferFailure() {}

    /** While the headers of an answer are waited for. */
    static String beforeAnswer(Exception e, Limits limits) {
        if (isCausedBy(e, UnresolvedAddressException.class)) {
            return "the host is not known (is there a network, or a proxy to be set?)";
        }
        if (isCausedBy(e, SSLException.class)) {
            return "there is no secure connection: %s (if a proxy or the host has a certificate of its own, add it to Java's trust store)"
                    .formatted(reason(e));
        }
        if (e instanceof HttpConnectTimeoutException || e instanceof HttpTimeoutException) {
            return "no %s within %s"
                    .formatted(
                            e instanceof HttpConnectTimeoutException ? "connection to the host" : "answer",
                            Limits.words(limits.stall()));
        }
        if (e instanceof ConnectException) {
            return "no connection to the host";
        }
        if (reason(e).contains("No credentials provided")) {
            return "the server or a proxy asks for a user and a password";
        }
        if (reason(e).contains("received no bytes") || reason(e).contains("EOF reached while reading")) {
            return "the connection was closed without an answer";
        }
        return "the answer is not HTTP, or the connection was lost (%s)".formatted(reason(e));
    }

    /**
     * While the bytes of a file are read.
     *
     * @param e what a read threw
     * @param received how many bytes there are
     * @param size how many there should be, if that is known
     * @return a clause
     */
    public static String within(Exception e, long received, OptionalLong size) {
        String far = size.isPresent()
                ? "after %,d of %,d bytes".formatted(received, size.getAsLong())
                : "after %,d bytes".formatted(received);
        return e instanceof HttpTimeoutException
                ? "%s, %s".formatted(e.getMessage(), far)
                : "the connection was lost %s".formatted(far);
    }

    static String status(int status) {
        String meaning =
                switch (status) {
                    case 401 -> " (it asks for a user and a password)";
                    case 403 -> " (it may not be read)";
                    case 404, 410 -> " (it has no such file)";
                    case 407 ->
                        " (the proxy asks for a user and a password; for https, Java sends them only if it was started with -Djdk.http.auth.tunneling.disabledSchemes=, in a build by MAVEN_OPTS)";
                    default -> "";
                };
        return "the server answered with status %d%s".formatted(status, meaning);
    }

    private static boolean isCausedBy(Throwable e, Class<?> type) {
        return causes(e).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }

    /**
     * Why, in the words of the exception or of its causes.
     *
     * @param e an exception, which may be without a message
     * @return one line
     */
    public static String reason(Throwable e) {
        if (e instanceof AccessDeniedException) {
            return "it may not be read";
        }
        String said = causes(e)
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .findFirst()
                .orElseGet(() -> e.getClass().getSimpleName());
        return PrintableText.abbreviated(said.strip());
    }
}
