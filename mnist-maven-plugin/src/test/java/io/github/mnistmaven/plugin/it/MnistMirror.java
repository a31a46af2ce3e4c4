package io.github.mnistmaven.plugin.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A slow server in place of those that MNIST is downloaded from. It sends the real files if {@code mnist.test.data} names their
 * directory, else noise, which a build downloads and then refuses.
 */
final class MnistMirror implements AutoCloseable {

    static final String LARGEST = "train-images-idx3-ubyte";
    static final List<String> FILES =
            List.of(LARGEST, "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    private static final int PIECES_A_SECOND = 50;
    private static final int NOISE_BYTES = 3_000_000;

    private final boolean real;
    private final int pieceBytes;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private MnistMirror(String directory, int bytesPerSecond) throws IOException {
        real = !directory.isBlank();
        pieceBytes = bytesPerSecond / PIECES_A_SECOND;
        for (String name : FILES) {
            files.put(name + ".gz", real ? Files.readAllBytes(Path.of(directory, name + ".gz")) : noise());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::send);
        server.start();
    }

    static MnistMirror start(int bytesPerSecond) throws IOException {
        return new MnistMirror(System.getProperty("mnist.test.data", ""), bytesPerSecond);
    }

    boolean isReal() {
        return real;
    }

    /** The names of the files that were asked for, each as often as it was. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    URI url() {
        return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
    }

    /** As it is sent. */
    byte[] compressed(String name) {
        return files.get(name + ".gz").clone();
    }

    /** As it is in a cache. */
    byte[] content(String name) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(files.get(name + ".gz")))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long the largest file takes. */
    long millis() {
        return 1000L * files.get(LARGEST + ".gz").length / pieceBytes / PIECES_A_SECOND;
    }

    private static byte[] noise() throws IOException {
        byte[] noise = new byte[NOISE_BYTES];
        new Random(1).nextBytes(noise);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(noise);
        }
        return bytes.toByteArray();
    }

    private void send(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        requests.add(name);
        byte[] whole = files.get(name);
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Math.min(Integer.parseInt(range.replaceAll("\\D", "")), whole.length - 1);
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes %d-%d/%d".formatted(from, whole.length - 1, whole.length));
        }
        try (OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, whole.length - from);
            for (int at = from; at < whole.length; at += pieceBytes) {
                out.write(whole, at, Math.min(pieceBytes, whole.length - at));
                out.flush();
                Thread.sleep(1000 / PIECES_A_SECOND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
