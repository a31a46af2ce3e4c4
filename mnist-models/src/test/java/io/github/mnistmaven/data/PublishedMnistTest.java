package io.github.mnistmaven.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.mnistmaven.internal.download.Limits;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.files.UnwritableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PublishedMnistTest {

    private static final DigitSet TRAINING = SampleDigits.of(12, 1);
    private static final DigitSet TEST = SampleDigits.of(5, 2);
    private static final String FIRST_FILE = "train-images-idx3-ubyte";

    @TempDir
    Path directory;

    private final Map<PublishedFile, PublishedFile.Content> contents = new EnumMap<>(PublishedFile.class);
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final ExecutorService serverThreads = Executors.newCachedThreadPool();

    private HttpServer server;
    private Path mirror;
    private Path cache;

    @BeforeEach
    void publish() throws Exception {
        cache = directory.resolve("home/cache");
        mirror = Files.createDirectory(directory.resolve("mirror"));
        publish(TRAINING, PublishedFile.TRAINING_IMAGES, PublishedFile.TRAINING_LABELS);
        publish(TEST, PublishedFile.TEST_IMAGES, PublishedFile.TEST_LABELS);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(serverThreads);
        serve("/mnist/", this::sendFile);
        server.start();
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        server.stop(0);
        serverThreads.shutdownNow();
    }

    @Test
    void givenAServer_whenLoaded_thenBothSetsAreFetchedAndCached() throws Exception {
        // when
        Digits digits = source(url("/mnist/")).load();

        // then
        assertThat(digits.training().fingerprint()).isEqualTo(TRAINING.fingerprint());
        assertThat(digits.test().fingerprint()).isEqualTo(TEST.fingerprint());
        assertThat(namesIn(cache))
                .containsExactlyInAnyOrder(
                        "train-images-idx3-ubyte",
                        "train-labels-idx1-ubyte",
                        "t10k-images-idx3-ubyte",
                        "t10k-labels-idx1-ubyte",
                        ".lock");
    }

    @Test
    void givenTheFourFilesThatLoadingCaches_thenTheCacheIsComplete_andWithoutAnyOfThemItIsNot() throws Exception {
        // given: what loading leaves there, as the test before says
        assertThat(PublishedMnist.isComplete(cache.resolve("none"))).isFalse();
        Files.createDirectories(cache);
        for (PublishedFile file : PublishedFile.values()) {
            assertThat(PublishedMnist.isComplete(cache)).isFalse();
            try (RandomAccessFile sparse =
                    new RandomAccessFile(cache.resolve(file.fileName()).toFile(), "rw")) {
                sparse.setLength(file.content().bytes());
            }
        }

        // then
        assertThat(PublishedMnist.isComplete(cache)).isTrue();

        // and when a file is cut short
        Files.write(cache.resolve(PublishedFile.TEST_LABELS.fileName()), new byte[10]);
        assertThat(PublishedMnist.isComplete(cache)).isFalse();
    }

    @Test
    void givenAFilledCache_whenLoadedAgain_thenNothingIsFetched() throws Exception {
        // given
        source(url("/mnist/")).training();
        requests.clear();

        // when
        Digits digits = source(url("/mnist/")).load();

        // then
        assertThat(requests).isEmpty();
        assertThat(digits.test().fingerprint()).isEqualTo(TEST.fingerprint());
    }

    @Test
    void givenACacheFilledByTraining_whenOffline_thenTheTestDigitsAreThereToo() throws Exception {
        // given
        source(url("/mnist/")).training();

        // when
        DigitSet test = offline().test();

        // then
        assertThat(test.fingerprint()).isEqualTo(TEST.fingerprint());
    }

    @Test
    void givenADamagedFileInTheCache_whenLoaded_thenThatOneIsFetchedAgain() throws Exception {
        // given
        source(url("/mnist/")).training();
        requests.clear();
        Files.writeString(cache.resolve(FIRST_FILE), "damaged");

        // when
        DigitSet training = source(url("/mnist/")).training();

        // then
        assertThat(training.fingerprint()).isEqualTo(TRAINING.fingerprint());
        assertThat(requests).containsExactly("/mnist/train-images-idx3-ubyte.gz");
    }

    @Test
    void givenAServerThatUnpacksWhatItSends_whenLoaded_thenTheContentCounts() throws Exception {
        // given
        serve("/plain/", exchange -> send(exchange, 200, plainContent(exchange)));

        // when
        DigitSet training = source(url("/plain/")).training();

        // then
        assertThat(training.fingerprint()).isEqualTo(TRAINING.fingerprint());
    }

    @Test
    void givenAFileUrlWithoutSlash_whenLoaded_thenFilesAreCopiedFromThere() throws Exception {
        // given
        String withoutSlash = mirror.toUri().toString().replaceAll("/$", "");

        // when
        DigitSet training = source(URI.create(withoutSlash)).training();

        // then
        assertThat(training.fingerprint()).isEqualTo(TRAINING.fingerprint());
    }

    @Test
    void givenARedirect_whenLoaded_thenItIsFollowed() throws Exception {
        // given
        serve("/moved/", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", url("/mnist/" + fileName(exchange)).toString());
            send(exchange, 302, new byte[0]);
        });

        // when
        DigitSet training = source(url("/moved/")).training();

        // then
        assertThat(training.fingerprint()).isEqualTo(TRAINING.fingerprint());
    }

    @Test
    void givenAProxyInTheSystemsSettings_whenLoaded_thenItIsUsed() throws Exception {
        // given
        ProxySelector ofTheSystem = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, server.getAddress()));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });

        // when
        DigitSet training;
        try {
            training = source(URI.create("http://mnist.invalid/mnist/")).training();
        } finally {
            ProxySelector.setDefault(ofTheSystem);
        }

        // then
        assertThat(training.fingerprint()).isEqualTo(TRAINING.fingerprint());
    }

    @Test
    void givenAFirstUrlThatFails_whenLoaded_thenTheNextIsTried() throws Exception {
        // when
        DigitSet training = source(url("/nothing/"), url("/mnist/")).training();

        // then
        assertThat(training.fingerprint()).isEqualTo(TRAINING.fingerprint());
        assertThat(requests).startsWith("/mnist/train-images-idx3-ubyte.gz");
    }

    @Test
    void givenNoUrlThatWorks_whenLoaded_thenEachIsListedWithItsReasonAndAWayOut() throws Exception {
        // given
        byte[] other = gzip("something else".getBytes(UTF_8));
        byte[] whole = Files.readAllBytes(mirror.resolve(FIRST_FILE + ".gz"));
        serve("/other/", exchange -> send(exchange, 200, other));
        serve("/cut-gzip/", exchange -> send(exchange, 200, Arrays.copyOf(whole, whole.length / 2)));
        serve("/corrupt/", exchange -> send(exchange, 200, withBitTurned(whole)));
        serve("/cut-body/", exchange -> {
            exchange.sendResponseHeaders(200, whole.length);
            exchange.getResponseBody().write(whole, 0, 1000);
            exchange.close();
        });

        // when
        PublishedMnist source = source(
                url("/nothing/"),
                url("/other/"),
                url("/cut-gzip/"),
                url("/corrupt/"),
                url("/cut-body/"),
                URI.create("http://localhost:1/"),
                directory.resolve("no-mirror").toUri());

        // then
        assertThatThrownBy(source::training)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("train-images-idx3-ubyte of MNIST cannot be fetched:")
                .satisfies(e -> assertThat(e.getMessage().lines().skip(1).map(String::strip))
                        .satisfiesExactly(
                                line -> assertThat(line)
                                        .isEqualTo(
                                                url("/nothing/")
                                                        + "train-images-idx3-ubyte.gz: the server answered with status 404 (it has no such file)"),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                url("/other/")
                                                        + "train-images-idx3-ubyte.gz: it is not the published file, but text that begins with 'something else'"),
                                line -> assertThat(line)
                                        .startsWith(url("/cut-gzip/").toString())
                                        .contains("cut short"),
                                line -> assertThat(line)
                                        .startsWith(url("/corrupt/").toString())
                                        .contains("corrupt gzip"),
                                line -> assertThat(line)
                                        .startsWith(url("/cut-body/").toString()),
                                line -> assertThat(line)
                                        .startsWith("http://localhost:1/")
                                        .contains("no connection"),
                                line -> assertThat(line).startsWith("file:").contains("no such file"),
                                line -> assertThat(line)
                                        .contains("DigitDirectory", "EmbeddedDigits", "t10k-labels-idx1-ubyte.gz")));
        assertThat(namesIn(cache)).containsExactlyInAnyOrder(".lock", "." + FIRST_FILE + ".gz.part");
    }

    @Test
    void givenAHostThatIsNotKnown_whenLoaded_thenSaysSo() {
        assertThatThrownBy(() -> source(URI.create("http://mnist.invalid/")).training())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("http://mnist.invalid/train-images-idx3-ubyte.gz: the host is not known");
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void givenAServerThatFallsSilentInTheMiddle_whenLoaded_thenItIsGivenUp() {
        // given
        serve("/silent/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[] {1, 2, 3});
            exchange.getResponseBody().flush();
            awaitEndOfTest();
        });

        // when
        PublishedMnist source = source(Duration.ofSeconds(1), url("/silent/"));

        // then
        assertThatThrownBy(source::training)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing came for 1 s");
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void givenAServerThatNeverAnswers_whenLoaded_thenItIsGivenUp() {
        // given
        serve("/deaf/", exchange -> awaitEndOfTest());

        // when
        PublishedMnist source = source(Duration.ofSeconds(1), url("/deaf/"));

        // then
        assertThatThrownBy(source::training)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no answer within 1 s");
    }

    @Test
    void givenAnEmptyCache_whenOffline_thenNothingIsFetchedAndTheMessageSaysWhatToDo() {
        assertThatThrownBy(() -> offline().training())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "offline",
                        cache.resolve(FIRST_FILE).toString(),
                        cache.resolve("t10k-labels-idx1-ubyte").toString(),
                        "DigitDirectory",
                        "EmbeddedDigits");
        assertThat(requests).isEmpty();
    }

    @Test
    void givenADamagedFileInTheCache_whenOffline_thenSaysWhatIsWrongWithIt() throws Exception {
        source(url("/mnist/")).training();
        byte[] content = Files.readAllBytes(cache.resolve(FIRST_FILE));
        content[content.length - 1] ^= 1;
        Files.write(cache.resolve(FIRST_FILE), content);

        assertThatThrownBy(() -> offline().training())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "%s: its content has the SHA-256 %s; expected %s",
                        cache.resolve(FIRST_FILE),
                        Sha256.of(content),
                        contents.get(PublishedFile.TRAINING_IMAGES).sha256());
    }

    @Test
    void givenADownloadThatWasStopped_whenLoadedAgain_thenItResumesWhereItWas() throws Exception {
        // given
        byte[] whole = Files.readAllBytes(mirror.resolve(FIRST_FILE + ".gz"));
        serve("/cut/", exchange -> {
            exchange.sendResponseHeaders(200, whole.length);
            exchange.getResponseBody().write(whole, 0, 4000);
            exchange.close();
        });
        assertThatThrownBy(() -> source(url("/cut/")).training()).hasMessageContaining("after 4,000 of ");
        serve("/parts/", exchange -> sendPart(exchange, 4000));
        List<Long> starts = new ArrayList<>();

        // when
        DigitSet training = source(url("/parts/"))
                .listener(new DownloadListener() {
                    @Override
                    public void onProgress(URI url, long received, OptionalLong size) {}

                    @Override
                    public void onStart(URI url, long received, OptionalLong size) {
                        starts.add(received);
                        assertThat(size).isPresent();
                    }
                })
                .training();

        // then
        assertThat(training.fingerprint()).isEqualTo(TRAINING.fingerprint());
        assertThat(starts).containsExactly(4000L, 0L, 0L, 0L);
        assertThat(namesIn(cache)).hasSize(5);
    }

    @Test
    void givenTheFirstBytesOfAnotherDownload_whenLoaded_thenItStartsAfresh() throws Exception {
        // given
        Files.createDirectories(cache);
        byte[] other = Files.readAllBytes(mirror.resolve("t10k-images-idx3-ubyte.gz"));
        Files.write(cache.resolve("." + FIRST_FILE + ".gz.part"), Arrays.copyOf(other, 2000));
        serve("/parts/", exchange -> sendPart(exchange, 2000));

        // when
        DigitSet training = source(url("/parts/")).training();

        // then
        assertThat(training.fingerprint()).isEqualTo(TRAINING.fingerprint());
    }

    @Test
    void givenWhatKilledProcessesLeft_whenLoaded_thenItIsGoneAndNothingElse() throws Exception {
        // given
        Files.createDirectories(cache);
        Files.writeString(cache.resolve(".%s.%s.tmp".formatted(FIRST_FILE, UUID.randomUUID())), "half of it");
        Files.writeString(cache.resolve("mine.tmp"), "not ours");

        // when
        source(url("/mnist/")).training();

        // then
        assertThat(namesIn(cache)).hasSize(6).contains("mine.tmp");
    }

    /** A device that is always full, in place of the file that is downloaded to. */
    @Test
    void givenAFullDisk_whenLoaded_thenItIsNamedAndNoServerIsBlamed() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has /dev/full");
        Files.createDirectories(cache);
        Files.createSymbolicLink(cache.resolve("." + FIRST_FILE + ".gz.part"), Path.of("/dev/full"));

        assertThatThrownBy(() -> source(url("/mnist/"), url("/nothing/")).training())
                .isInstanceOf(UnwritableException.class)
                .hasMessage(
                        "%s cannot be written: No space left on device; free space there, make its directory writable, or choose another one",
                        cache.resolve("." + FIRST_FILE + ".gz.part"));
    }

    @Test
    void givenAServerThatWantsAPassword_whenLoadedWithIt_thenItIsSent() throws Exception {
        // given
        serve("/private/", exchange -> {
            String expected = Base64.getEncoder().encodeToString("user:secret".getBytes(UTF_8));
            if (("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                sendFile(exchange);
            } else {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"mirror\"");
                send(exchange, 401, new byte[0]);
            }
        });

        // when
        DigitSet training = source(url("/private/"))
                .network(ProxySelector.of(null), new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication("user", "secret".toCharArray());
                    }
                })
                .training();

        // then
        assertThat(training.fingerprint()).isEqualTo(TRAINING.fingerprint());
        assertThatThrownBy(() -> new PublishedMnist()
                        .cache(directory.resolve("other"))
                        .baseUrls(url("/private/"))
                        .network(ProxySelector.of(null), new Authenticator() {})
                        .training())
                .hasMessageContaining("asks for a user and a password");
    }

    @Test
    void givenACacheThatCannotBeWritten_whenLoaded_thenThatIsTheErrorAndNoServerIsBlamed() throws Exception {
        Files.writeString(directory.resolve("home"), "a file where a directory should be");

        assertThatThrownBy(() -> source(url("/mnist/")).training())
                .isInstanceOf(UnwritableException.class)
                .hasMessageContaining(cache.toString())
                .hasMessageNotContaining("http:");
    }

    @Test
    void givenOneCache_whenManyFillItAtOnce_thenAllReadTheSame() throws Exception {
        // given
        Callable<String> load = () -> source(url("/mnist/")).training().fingerprint();

        // when
        List<Future<String>> loads = serverThreads.invokeAll(List.of(load, load, load, load, load, load));

        // then
        for (Future<String> fingerprint : loads) {
            assertThat(fingerprint.get()).isEqualTo(TRAINING.fingerprint());
        }
        assertThat(namesIn(cache)).hasSize(5).contains(".lock");
    }

    @Test
    void givenABaseUrlOfAnotherKind_whenMade_thenRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(URI.create("ftp://example.org/mnist/")))
                .withMessageContainingAll("ftp://example.org/mnist/", "http, https or file");
        for (String address :
                new String[] {"file:mirror/", "http:mnist", "http:///mnist/", "https://example.org/mnist?key=1"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> source(URI.create(address)))
                    .withMessageContaining(address);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(URI.create("mirror/mnist")))
                .withMessageContaining("mirror/mnist");
        assertThatIllegalArgumentException().isThrownBy(() -> source());
    }

    @Test
    void givenNoCacheDirectory_thenTheDefaultIsInTheUsersHome() {
        assertThat(PublishedMnist.defaultCache()).isEqualTo(Path.of(System.getProperty("user.home"), ".mnist-maven"));
    }

    @Test
    void givenTheRealMnistOnAServer_whenLoaded_thenItsHashesAreThePublishedOnes() throws Exception {
        // given
        mirror = RealMnist.directory();

        // when
        Digits digits =
                new PublishedMnist().cache(cache).baseUrls(url("/mnist/")).load();

        // then
        assertThat(digits.training().size()).isEqualTo(60_000);
        assertThat(digits.test().size()).isEqualTo(10_000);
        assertThat(new PublishedMnist().cache(cache).offline().test().fingerprint())
                .isEqualTo(digits.test().fingerprint());
    }

    private PublishedMnist source(URI... baseUrls) {
        return source(Duration.ofSeconds(20), baseUrls);
    }

    private PublishedMnist source(Duration patience, URI... baseUrls) {
        return new PublishedMnist()
                .cache(cache)
                .baseUrls(baseUrls)
                .publishing(new Limits(patience, patience.multipliedBy(3)), contents::get);
    }

    private PublishedMnist offline() {
        return new PublishedMnist()
                .cache(cache)
                .baseUrls(url("/mnist/"))
                .offline()
                .publishing(Limits.DEFAULT, contents::get);
    }

    private URI url(String path) {
        return URI.create("http://localhost:%d%s".formatted(server.getAddress().getPort(), path));
    }

    private void publish(DigitSet digits, PublishedFile images, PublishedFile labels) throws Exception {
        Idx.write(digits, mirror.resolve(images.fileName() + ".gz"), mirror.resolve(labels.fileName() + ".gz"));
        Path plain = Files.createTempDirectory(directory, "plain");
        Idx.write(digits, plain.resolve("images"), plain.resolve("labels"));
        contents.put(images, content(plain.resolve("images")));
        contents.put(labels, content(plain.resolve("labels")));
    }

    private static PublishedFile.Content content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new PublishedFile.Content(bytes.length, Sha256.of(bytes));
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private void sendFile(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().getPath());
        send(exchange, 200, Files.readAllBytes(mirror.resolve(fileName(exchange))));
    }

    private void sendPart(HttpExchange exchange, int from) throws IOException {
        byte[] whole = Files.readAllBytes(mirror.resolve(fileName(exchange)));
        if ("bytes=%d-".formatted(from).equals(exchange.getRequestHeaders().getFirst("Range"))) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes %d-%d/%d".formatted(from, whole.length - 1, whole.length));
            send(exchange, 206, Arrays.copyOfRange(whole, from, whole.length));
        } else {
            send(exchange, 200, whole);
        }
    }

    private byte[] plainContent(HttpExchange exchange) throws IOException {
        try (var content = GzipOrPlain.open(Files.newInputStream(mirror.resolve(fileName(exchange))), "", "")) {
            return content.readAllBytes();
        }
    }

    private static String fileName(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().replaceAll(".*/", "");
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitEndOfTest() {
        try {
            testIsOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] withBitTurned(byte[] content) {
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

    private static String sha256(byte[] content) {
        MessageDigest digest = Sha256.newDigest();
        return HexFormat.of().formatHex(digest.digest(content));
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
