package io.github.mnistmaven.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.internal.download.Limits;
import io.github.mnistmaven.internal.files.Sha256;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that send anything but the published files. Of each, the message says what was wrong with it, and nothing else; if there is a
 * second, good one, the digits come from there. All are tried at once, as some only end when they are given up.
 */
class HostileMirrorTest {

    private static final DigitSet TRAINING = SampleDigits.of(12, 1);
    private static final DigitSet TEST = SampleDigits.of(5, 2);
    private static final Limits PATIENT = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final Limits IMPATIENT = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final CountDownLatch END = new CountDownLatch(1);
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final ExecutorService TRIALS = Executors.newFixedThreadPool(8);
    private static final Map<PublishedFile, PublishedFile.Content> CONTENTS = new EnumMap<>(PublishedFile.class);
    private static final Map<String, byte[]> FILES = new TreeMap<>();
    private static final Map<Kind, Future<Outcome>> OUTCOMES = new LinkedHashMap<>();

    private static ServerSocket server;

    @FunctionalInterface
    private interface Script {
        void answer(Socket socket, OutputStream out, byte[] file) throws Exception;
    }

    private record Kind(String name, Limits limits, String message, Script script) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Outcome(String alone, String withGoodOne, List<String> cache) {}

    private static Kind kind(String name, String message, Script script) {
        return new Kind(name, PATIENT, message, script);
    }

    private static Kind slow(String name, String message, Script script) {
        return new Kind(name, IMPATIENT, message, script);
    }

    private static Kind answering(String name, String message, String head) {
        return kind(name, message, (socket, out, file) -> out.write(head.getBytes(ISO_8859_1)));
    }

    private static Kind sending(String name, String message, Body body) {
        return kind(name, message, (socket, out, file) -> {
            byte[] bytes = body.of(file);
            head(out, "200 OK", "Content-Length: " + bytes.length);
            out.write(bytes);
        });
    }

    @FunctionalInterface
    private interface Body {
        byte[] of(byte[] file) throws IOException;
    }

    private static void head(OutputStream out, String status, String... headers) throws IOException {
        out.write("HTTP/1.1 %s\r\n".formatted(status).getBytes(ISO_8859_1));
        for (String header : headers) {
            out.write((header + "\r\n").getBytes(ISO_8859_1));
        }
        out.write("Connection: close\r\n\r\n".getBytes(ISO_8859_1));
    }

    static List<Kind> kinds() {
        return List.of(
                slow("never answers", "no answer within 1 s", (socket, out, file) -> END.await()),
                slow("falls silent after its headers", "nothing came for 1 s, after 0 of", (socket, out, file) -> {
                    head(out, "200 OK", "Content-Length: " + file.length);
                    END.await();
                }),
                slow("falls silent in the middle", "nothing came for 1 s, after 1,000 bytes", (socket, out, file) -> {
                    head(out, "200 OK");
                    out.write(file, 0, 1000);
                    END.await();
                }),
                slow("sends a byte now and then", "it took longer than 2 s, after", (socket, out, file) -> {
                    head(out, "200 OK", "Content-Length: " + file.length);
                    for (byte each : file) {
                        out.write(each);
                        if (END.await(100, TimeUnit.MILLISECONDS)) {
                            return;
                        }
                    }
                }),
                slow("sends headers for ever", "no answer within 1 s", (socket, out, file) -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
                    while (!END.await(50, TimeUnit.MILLISECONDS)) {
                        out.write("X-More: and more\r\n".getBytes(ISO_8859_1));
                    }
                }),
                slow("says 100 Continue for ever", "", (socket, out, file) -> {
                    while (!END.await(50, TimeUnit.MILLISECONDS)) {
                        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
                    }
                }),
                answering(
                        "has no such file",
                        "status 404 (it has no such file)",
                        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "forbids it",
                        "status 403 (it may not be read)",
                        "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "is broken",
                        "the server answered with status 500",
                        "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "is busy",
                        "the server answered with status 503",
                        "HTTP/1.1 503 Busy\r\nRetry-After: 9\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "asks for a password",
                        "status 401 (it asks for a user and a password)",
                        "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "asks for the password of a proxy",
                        "status 407 (the proxy asks for a user",
                        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "says that there is nothing",
                        "the server answered with status 204",
                        "HTTP/1.1 204 No Content\r\n\r\n"),
                answering(
                        "sends a part that was not asked for",
                        "the server answered with status 206",
                        "HTTP/1.1 206 Partial\r\nContent-Range: bytes 5-6/7\r\nContent-Length: 2\r\n\r\nab"),
                answering(
                        "refuses the range",
                        "the server answered with status 416",
                        "HTTP/1.1 416 Range\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "has a status of its own",
                        "the server answered with status 999",
                        "HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n"),
                answering("is no web server", "the answer is not HTTP", "SSH-2.0-OpenSSH_9.6\r\n"),
                answering("answers with noise", "the answer is not HTTP", "\u0000\u0001\u0002\u0003\r\n\r\n"),
                answering("has a status that is no number", "the answer is not HTTP", "HTTP/1.1 abc OK\r\n\r\n"),
                answering("has a negative length", "", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello"),
                answering("has a length that is no number", "", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nhello"),
                answering(
                        "has a broken chunk",
                        "the connection was lost",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n"),
                answering(
                        "redirects without saying where to",
                        "the server redirects without saying where to",
                        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "redirects to what is no URL",
                        "redirects to 'http://[broken', which is not a URL",
                        "HTTP/1.1 302 Found\r\nLocation: http://[broken\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "redirects to a file",
                        "redirects to file:///etc/passwd, which is not followed from http",
                        "HTTP/1.1 301 Moved\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "redirects to ftp",
                        "redirects to ftp://example.org/x, which is not followed",
                        "HTTP/1.1 307 Moved\r\nLocation: ftp://example.org/x\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "redirects to no host",
                        "which is not followed",
                        "HTTP/1.1 308 Moved\r\nLocation: http:///x\r\nContent-Length: 0\r\n\r\n"),
                answering(
                        "redirects in a circle",
                        "redirects in a circle",
                        "HTTP/1.1 302 Found\r\nLocation: ?\r\nContent-Length: 0\r\n\r\n"),
                kind(
                        "redirects for ever",
                        "redirects more than 5 times",
                        (socket, out, file) ->
                                head(out, "302 Found", "Location: x" + System.nanoTime(), "Content-Length: 0")),
                kind(
                        "closes the connection at once",
                        "the connection was closed without an answer",
                        (socket, out, file) -> {}),
                kind("resets the connection", "the connection was", (socket, out, file) -> socket.setSoLinger(true, 0)),
                kind("resets the connection in the middle", "the connection was lost after", (socket, out, file) -> {
                    head(out, "200 OK", "Content-Length: " + file.length);
                    out.write(file, 0, 1000);
                    out.flush();
                    Thread.sleep(200);
                    socket.setSoLinger(true, 0);
                }),
                kind("sends less than it says", "the connection was lost after 1,000 of", (socket, out, file) -> {
                    head(out, "200 OK", "Content-Length: " + file.length);
                    out.write(file, 0, 1000);
                }),
                kind("sends more than it says", "it is cut short", (socket, out, file) -> {
                    head(out, "200 OK", "Content-Length: " + (file.length - 100));
                    out.write(file);
                }),
                kind("sends bytes for ever", "it is larger than the published file, more than", (socket, out, file) -> {
                    head(out, "200 OK");
                    while (END.getCount() > 0) {
                        out.write(new byte[4096]);
                    }
                }),
                sending("sends nothing", "its content has 0 bytes; expected", file -> new byte[0]),
                sending(
                        "sends a web page",
                        "it is not the published file, but a web page",
                        file -> "<!DOCTYPE html><html>Log in to the network".getBytes(ISO_8859_1)),
                sending(
                        "sends a web page in gzip",
                        "it is not the published file, but a web page",
                        file -> gzip("<html>404</html>".getBytes(ISO_8859_1))),
                sending(
                        "sends a file that was compressed twice",
                        "it is not the published file, but gzip",
                        HostileMirrorTest::gzip),
                sending("sends a gzip bomb", "its content has more than", file -> gzip(new byte[5_000_000])),
                sending(
                        "sends gzip that is cut short",
                        "it is cut short: its gzip data ends after",
                        file -> Arrays.copyOf(file, file.length / 2)),
                sending("sends other bytes", "it is ", file -> turned(file)),
                sending("sends more behind the file", "", file -> Arrays.copyOf(file, file.length + 5)),
                sending(
                        "sends another of the files",
                        "bytes; expected",
                        file -> FILES.get("t10k-images-idx3-ubyte.gz")),
                sending("sends other digits of the same size", "its content has the SHA-256", file -> gzip(other())));
    }

    @BeforeAll
    static void tryAll(@TempDir Path directory) throws Exception {
        publish(directory, TRAINING, PublishedFile.TRAINING_IMAGES, PublishedFile.TRAINING_LABELS);
        publish(directory, TEST, PublishedFile.TEST_IMAGES, PublishedFile.TEST_LABELS);
        server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        THREADS.submit(HostileMirrorTest::serve);
        for (Kind kind : kinds()) {
            Path cache = directory.resolve(kind.name());
            OUTCOMES.put(kind, TRIALS.submit(() -> outcome(kind, cache)));
        }
        for (Future<Outcome> outcome : OUTCOMES.values()) {
            outcome.get();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        END.countDown();
        server.close();
        THREADS.shutdownNow();
        TRIALS.shutdownNow();
    }

    static Stream<Kind> tried() {
        return OUTCOMES.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tried")
    void givenAHostileMirror_whenLoaded_thenSaysWhatIsWrongAndUsesTheNext(Kind kind) throws Exception {
        // when
        Outcome outcome = OUTCOMES.get(kind).get();

        // then
        List<String> lines = outcome.alone().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("train-images-idx3-ubyte of MNIST cannot be fetched:");
        assertThat(lines.get(1))
                .startsWith("  " + url(kind.name()) + "train-images-idx3-ubyte.gz: ")
                .contains(kind.message())
                .doesNotContain("null", "Exception", "java.", "fetch it again");
        assertThat(outcome.withGoodOne()).isEqualTo(TRAINING.fingerprint());
        assertThat(outcome.cache())
                .containsExactlyInAnyOrder(
                        ".lock",
                        "train-images-idx3-ubyte",
                        "train-labels-idx1-ubyte",
                        "t10k-images-idx3-ubyte",
                        "t10k-labels-idx1-ubyte");
    }

    private static Outcome outcome(Kind kind, Path cache) throws IOException {
        String alone;
        try {
            alone = "read " + source(kind, cache, url(kind.name())).training();
        } catch (IOException e) {
            alone = e.getMessage();
        }
        String both =
                source(kind, cache, url(kind.name()), url("good")).training().fingerprint();
        try (Stream<Path> files = Files.list(cache)) {
            return new Outcome(
                    alone,
                    both,
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static PublishedMnist source(Kind kind, Path cache, URI... urls) {
        return new PublishedMnist().cache(cache).baseUrls(urls).publishing(kind.limits(), CONTENTS::get);
    }

    private static URI url(String name) {
        return URI.create("http://localhost:%d/%s/".formatted(server.getLocalPort(), name.replace(' ', '-')));
    }

    private static void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                THREADS.submit(() -> {
                    answer(socket);
                    return null;
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(Socket socket) throws Exception {
        try (socket) {
            BufferedReader request = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            String[] path = request.readLine().split(" ")[1].split("/");
            while (!request.readLine().isEmpty()) {
                // The rest of the head.
            }
            byte[] file = FILES.getOrDefault(path[path.length - 1], new byte[0]);
            OutputStream out = socket.getOutputStream();
            if (path[1].equals("good")) {
                head(out, "200 OK", "Content-Length: " + file.length);
                out.write(file);
            } else {
                Kind kind = kinds().stream()
                        .filter(each -> each.name().replace(' ', '-').equals(path[1]))
                        .findFirst()
                        .orElseThrow();
                kind.script().answer(socket, out, file);
            }
            out.flush();
        }
    }

    private static void publish(Path directory, DigitSet digits, PublishedFile images, PublishedFile labels)
            throws IOException {
        for (String suffix : List.of("", ".gz")) {
            Path imageFile = directory.resolve(images.fileName() + suffix);
            Path labelFile = directory.resolve(labels.fileName() + suffix);
            Idx.write(digits, imageFile, labelFile);
            FILES.put(imageFile.getFileName().toString(), Files.readAllBytes(imageFile));
            FILES.put(labelFile.getFileName().toString(), Files.readAllBytes(labelFile));
        }
        for (PublishedFile file : List.of(images, labels)) {
            byte[] content = FILES.get(file.fileName());
            CONTENTS.put(file, new PublishedFile.Content(content.length, Sha256.of(content)));
        }
    }

    private static byte[] other() {
        byte[] content = FILES.get("train-images-idx3-ubyte").clone();
        content[content.length - 1] ^= 1;
        return content;
    }

    private static byte[] turned(byte[] content) {
        byte[] turned = content.clone();
        turned[turned.length / 2] ^= 1;
        return turned;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
