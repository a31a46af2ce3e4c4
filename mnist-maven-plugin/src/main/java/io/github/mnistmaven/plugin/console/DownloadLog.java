package io.github.mnistmaven.plugin.console;

import io.github.mnistmaven.data.DownloadListener;
import io.github.mnistmaven.internal.files.PrintableText;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.maven.plugin.logging.Log;

/** Writes to Maven's log how downloads go on: a line for each, and on a terminal how far it is. */
public final class DownloadLog implements DownloadListener {

    private static final double MEGABYTE = 1e6;

    private final Log log;
    private final LiveLine live;

    /**
     * The log of the downloads of one goal.
     *
     * @param log Maven's
     * @param live for how far a download is
     */
    public DownloadLog(Log log, LiveLine live) {
        this.log = log;
        this.live = live;
    }

    @Override
    public void onStart(URI url, long received, OptionalLong size) {
        String resumed = received > 0 ? ", resuming after %s".formatted(megabytes(received)) : "";
        String total = size.isPresent() ? " (%s%s)".formatted(megabytes(size.getAsLong()), resumed) : "";
        info("downloading %s%s".formatted(url, total));
    }

    @Override
    public void onProgress(URI url, long received, OptionalLong size) {
        String name = url.getPath().replaceAll(".*/", "");
        if (size.isPresent() && received >= size.getAsLong()) {
            live.clear();
        } else if (size.isPresent()) {
            live.show("%s %d %%".formatted(name, 100 * received / size.getAsLong()));
        } else {
            live.show("%s %s".formatted(name, megabytes(received)));
        }
    }

    @Override
    public void onFailure(URI url, String reason) {
        live.clear();
        log.warn(PrintableText.of("%s: %s".formatted(url, reason)));
    }

    @Override
    public void onWait(Path cache) {
        info("waiting for another build, which is downloading MNIST into %s".formatted(cache));
    }

    private void info(String text) {
        live.clear();
        log.info(PrintableText.of(text));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
