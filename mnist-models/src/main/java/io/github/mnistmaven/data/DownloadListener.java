package io.github.mnistmaven.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Follows the download of MNIST. It is called on the thread that downloads, so it should return quickly.
 *
 * <pre>{@code
 * DigitSource mnist = new PublishedMnist().listener(
 *         (url, received, size) -> System.out.println(url + ": " + received + " bytes"));
 * }</pre>
 */
@FunctionalInterface
public interface DownloadListener {

    /** A listener that does nothing. */
    DownloadListener NONE = (url, received, size) -> {};

    /**
     * Some more bytes of a file were received.
     *
     * @param url of the file
     * @param received how many bytes of it there are
     * @param size how many there will be, if the server says so
     */
    void onProgress(URI url, long received, OptionalLong size);

    /**
     * A server answered, and its bytes are about to be received.
     *
     * @param url of the file
     * @param received how many bytes of it are there already, from a download that was stopped
     * @param size how many there will be, if the server says so
     */
    default void onStart(URI url, long received, OptionalLong size) {}

    /**
     * A file could not be downloaded from one place; the next is tried, if there is one.
     *
     * @param url of the file
     * @param reason a clause
     */
    default void onFailure(URI url, String reason) {}

    /**
     * Another process is downloading into the same cache and is waited for.
     *
     * @param cache the directory
     */
    default void onWait(Path cache) {}
}
