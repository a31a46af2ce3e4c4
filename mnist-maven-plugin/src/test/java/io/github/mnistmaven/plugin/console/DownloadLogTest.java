package io.github.mnistmaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class DownloadLogTest {

    private static final URI URL = URI.create("https://example.com/mnist/t10k-images-idx3-ubyte.gz");

    private final List<String> lines = new ArrayList<>();
    private final StringWriter terminal = new StringWriter();
    private final DownloadLog log = new DownloadLog(
            new SystemStreamLog() {
                @Override
                public void info(CharSequence line) {
                    lines.add("INFO " + line);
                }

                @Override
                public void warn(CharSequence line) {
                    lines.add("WARN " + line);
                }
            },
            LiveLine.to(new PrintWriter(terminal)));

    @Test
    void givenADownload_thenALineSaysWhatAndHowMuch() {
        // when
        log.onStart(URL, 0, OptionalLong.of(1_648_877));
        log.onStart(URL, 1_200_000, OptionalLong.of(1_648_877));
        log.onStart(URL, 0, OptionalLong.empty());
        log.onFailure(URL, "no answer within 30 s");
        log.onWait(Path.of("cache"));

        // then
        assertThat(lines)
                .containsExactly(
                        "INFO downloading " + URL + " (1.6 MB)",
                        "INFO downloading " + URL + " (1.6 MB, resuming after 1.2 MB)",
                        "INFO downloading " + URL,
                        "WARN " + URL + ": no answer within 30 s",
                        "INFO waiting for another build, which is downloading MNIST into cache");
    }

    @Test
    void givenATerminal_thenItShowsHowFarADownloadIs() {
        // when
        log.onProgress(URL, 500, OptionalLong.of(1000));
        log.onProgress(URL, 2_000_000, OptionalLong.empty());
        log.onProgress(URL, 1000, OptionalLong.of(1000));

        // then
        assertThat(terminal.toString())
                .startsWith("\rt10k-images-idx3-ubyte.gz 50 %\rt10k-images-idx3-ubyte.gz 2.0 MB")
                .endsWith(" \r");
        assertThat(lines).isEmpty();
    }
}
