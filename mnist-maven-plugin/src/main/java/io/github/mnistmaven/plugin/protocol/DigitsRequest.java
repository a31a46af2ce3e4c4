package io.github.mnistmaven.plugin.protocol;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which digits a worker is to use.
 *
 * @param dataset the kind of digits, unless a directory is given
 * @param directory a directory with digits; wins over the data set
 * @param classNames what the labels 0 to 9 stand for; what the source of the digits says if empty
 * @param trainSamples at most this many training digits; all of them if empty
 * @param testSamples at most this many test digits; all of them if empty
 * @param cacheDirectory where downloads are kept; the library's choice if empty
 * @param downloadUrls where to download from, tried in order; the library's choice if empty
 * @param offline whether downloads are forbidden
 */
public record DigitsRequest(
        Dataset dataset,
        Optional<Path> directory,
        List<String> classNames,
        Optional<Integer> trainSamples,
        Optional<Integer> testSamples,
        Optional<Path> cacheDirectory,
        List<URI> downloadUrls,
        boolean offline) {

    /** What the source of digits from a directory is called, wherever the directory is. */
    public static final String DIRECTORY = "directory";

    /** Takes copies. */
    public DigitsRequest {
        classNames = List.copyOf(classNames);
        downloadUrls = List.copyOf(downloadUrls);
    }

    /**
     * The same with embedded digits instead.
     *
     * @return a request that names no directory
     */
    public DigitsRequest embedded() {
        return new DigitsRequest(
                Dataset.EMBEDDED,
                Optional.empty(),
                List.of(),
                trainSamples,
                testSamples,
                cacheDirectory,
                downloadUrls,
                offline);
    }
}
