package io.github.mnistmaven.study.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium or Chrome, driven by the Chrome DevTools Protocol. It takes about a second to start, so the tests of a class
 * share one; each test opens a {@link Tab} of its own.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final String ADDRESS = "DevTools listening on ";
    private static final int TIMEOUT_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final Map<String, Tab> tabs = new ConcurrentHashMap<>();

    private Chromium(Process process, Path profile, URI address) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Messages(this))
                .join();
    }

    /**
     * Starts the browser on the {@code PATH}. Where there is none, or none that starts, as some systems have a script in its place that says
     * how to install it, the test that asks is skipped.
     *
     * @return the browser, to be closed
     */
    public static Chromium startOrSkip() {
        Optional<Path> executable = executable();
        Assumptions.assumeTrue(executable.isPresent(), "skipped: there is no Chromium or Chrome on the PATH");
        try {
            return start(executable.orElseThrow());
        } catch (IOException e) {
            return Assumptions.abort("skipped: " + e.getMessage());
        }
    }

    private static Optional<Path> executable() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Chromium start(Path executable) throws IOException {
        Path profile = Files.createTempDirectory("chromium");
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--headless=new",
                        "--no-sandbox", // which root, as in many containers, cannot have
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--no-default-browser-check",
                        "--force-color-profile=srgb",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(ADDRESS)) {
                Thread reader = new Thread(() -> output.lines().forEach(ignored -> {}), "chromium output");
                reader.setDaemon(true);
                reader.start();
                return new Chromium(
                        process,
                        profile,
                        URI.create(line.substring(ADDRESS.length()).strip()));
            }
        }
        throw new IOException("%s ended without a DevTools address; it wrote %s".formatted(executable, lines));
    }

    /**
     * Opens a page and waits until it is loaded.
     *
     * @param page an HTML file
     * @return its tab
     */
    public Tab open(Path page) {
        return open(page, 1280, 900);
    }

    /**
     * Opens a page in a window of a given size and waits until it is loaded.
     *
     * @param page an HTML file
     * @param width of the page, in CSS pixels
     * @param height of the page, in CSS pixels
     * @return its tab
     */
    public Tab open(Path page, int width, int height) {
        String target = send("", "Target.createTarget", parameters("url", "about:blank"))
                .get("targetId")
                .getAsString();
        JsonObject attach = parameters("targetId", target);
        attach.addProperty("flatten", true);
        String session =
                send("", "Target.attachToTarget", attach).get("sessionId").getAsString();
        Tab tab = new Tab(this, session);
        tabs.put(session, tab);
        List.of("Page.enable", "Runtime.enable", "Network.enable", "Log.enable")
                .forEach(method -> tab.send(method, new JsonObject()));
        tab.size(width, height);
        tab.send("Page.navigate", parameters("url", page.toUri().toString()));
        await(tab.loaded);
        return tab;
    }

    private JsonObject send(String session, String method, JsonObject parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", parameters);
        if (!session.isEmpty()) {
            message.addProperty("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        JsonObject received = await(answer);
        if (received.has("error")) {
            throw new IllegalStateException("%s: %s".formatted(method, received.get("error")));
        }
        return received.getAsJsonObject("result");
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }

    private void receive(JsonObject message) {
        if (message.has("id")) {
            Optional.ofNullable(answers.remove(message.get("id").getAsInt()))
                    .ifPresent(answer -> answer.complete(message));
        } else if (message.has("sessionId")) {
            Optional.ofNullable(tabs.get(message.get("sessionId").getAsString()))
                    .ifPresent(
                            tab -> tab.receive(message.get("method").getAsString(), message.getAsJsonObject("params")));
        }
    }

    private static JsonObject parameters(String name, String value) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty(name, value);
        return parameters;
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A child of the browser may still write; what it leaves is the temporary directory's.
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            profile.toFile().deleteOnExit();
        }
    }

    /** One page in the browser, and all that it said and asked for. */
    public static final class Tab {

        private final Chromium browser;
        private final String session;
        private final CompletableFuture<Void> loaded = new CompletableFuture<>();
        private final List<String> problems = new CopyOnWriteArrayList<>();
        private final List<String> requests = new CopyOnWriteArrayList<>();

        private Tab(Chromium browser, String session) {
            this.browser = browser;
            this.session = session;
        }

        private void receive(String method, JsonObject parameters) {
            switch (method) {
                case "Page.loadEventFired" -> loaded.complete(null);
                case "Runtime.exceptionThrown" ->
                    problems.add(parameters.get("exceptionDetails").toString());
                case "Runtime.consoleAPICalled" ->
                    problems.add(parameters.get("type").getAsString() + ": " + parameters.get("args"));
                case "Log.entryAdded" -> problems.add(parameters.get("entry").toString());
                case "Network.requestWillBeSent" ->
                    requests.add(
                            parameters.getAsJsonObject("request").get("url").getAsString());
                default -> {
                    // Nothing that a test looks at.
                }
            }
        }

        /**
         * Sends a command of the protocol and waits for its answer.
         *
         * @param method such as {@code Page.printToPDF}
         * @param parameters of the command
         * @return what the browser answered
         */
        public JsonObject send(String method, JsonObject parameters) {
            return browser.send(session, method, parameters);
        }

        /**
         * Sends a command of the protocol and waits for its answer.
         *
         * @param method such as {@code Page.printToPDF}
         * @param parameters a JSON object
         * @return what the browser answered
         */
        public JsonObject send(String method, String parameters) {
            return send(method, JsonParser.parseString(parameters).getAsJsonObject());
        }

        /**
         * Computes an expression of JavaScript in the page; if it is a promise, waits for it.
         *
         * @param expression such as {@code document.title}
         * @return its value, JSON null if it is undefined
         * @throws AssertionError if it throws
         */
        public JsonElement evaluate(String expression) {
            JsonObject parameters = parameters("expression", expression);
            parameters.addProperty("returnByValue", true);
            parameters.addProperty("awaitPromise", true);
            JsonObject answer = send("Runtime.evaluate", parameters);
            if (answer.has("exceptionDetails")) {
                throw new AssertionError("%s: %s".formatted(expression, answer.get("exceptionDetails")));
            }
            JsonElement value = answer.getAsJsonObject("result").get("value");
            return value == null ? JsonNull.INSTANCE : value;
        }

        /**
         * Makes the page another size, as turning a phone does.
         *
         * @param width in CSS pixels; up to 600, the page takes it for a phone's
         * @param height in CSS pixels
         */
        public void size(int width, int height) {
            send(
                    "Emulation.setDeviceMetricsOverride",
                    "{width: %d, height: %d, deviceScaleFactor: 1, mobile: %s}".formatted(width, height, width <= 600));
        }

        /**
         * Sets how the page is shown.
         *
         * @param media {@code screen} or {@code print}
         * @param colorScheme {@code light} or {@code dark}, what the reader prefers
         */
        public void media(String media, String colorScheme) {
            JsonObject feature = parameters("name", "prefers-color-scheme");
            feature.addProperty("value", colorScheme);
            JsonArray features = new JsonArray();
            features.add(feature);
            JsonObject parameters = parameters("media", media);
            parameters.add("features", features);
            send("Emulation.setEmulatedMedia", parameters);
        }

        /**
         * Moves, presses or releases the mouse, as the browser's own input.
         *
         * @param type {@code mouseMoved}, {@code mousePressed} or {@code mouseReleased}
         * @param x in CSS pixels from the left of the window
         * @param y in CSS pixels from its top
         */
        public void mouse(String type, double x, double y) {
            JsonObject parameters = parameters("type", type);
            parameters.addProperty("x", x);
            parameters.addProperty("y", y);
            parameters.addProperty("button", "left");
            parameters.addProperty("buttons", "mouseReleased".equals(type) ? 0 : 1);
            parameters.addProperty("clickCount", 1);
            send("Input.dispatchMouseEvent", parameters);
        }

        /**
         * Presses and releases a key that writes no character.
         *
         * @param key such as {@code Tab} or {@code ArrowRight}
         * @param code its key code for Windows, such as 9
         */
        public void key(String key, int code) {
            for (String type : List.of("rawKeyDown", "keyUp")) {
                JsonObject parameters = parameters("type", type);
                parameters.addProperty("key", key);
                parameters.addProperty("code", key);
                parameters.addProperty("windowsVirtualKeyCode", code);
                send("Input.dispatchKeyEvent", parameters);
            }
        }

        /**
         * A picture of the window, or of the whole page.
         *
         * @param wholePage whether what has to be scrolled to is on it
         * @return a PNG
         */
        public byte[] screenshot(boolean wholePage) {
            return Base64.getDecoder()
                    .decode(send("Page.captureScreenshot", "{captureBeyondViewport: %s}".formatted(wholePage))
                            .get("data")
                            .getAsString());
        }

        /**
         * The page as printed on A4.
         *
         * @return a PDF
         */
        public byte[] pdf() {
            return Base64.getDecoder()
                    .decode(send("Page.printToPDF", "{paperWidth: 8.27, paperHeight: 11.69}")
                            .get("data")
                            .getAsString());
        }

        /**
         * What the page wrote to the console, what it threw, and what the browser complained of.
         *
         * @return in the order in which they came
         */
        public List<String> problems() {
            return List.copyOf(problems);
        }

        /**
         * The addresses that the page asked for, apart from itself and from data within it.
         *
         * @return in the order in which they were asked for
         */
        public List<String> requests() {
            return requests.stream()
                    .skip(1)
                    .filter(address -> !address.startsWith("data:") && !address.startsWith("blob:"))
                    .toList();
        }
    }

    /** Puts the parts of a message together. */
    private static final class Messages implements WebSocket.Listener {

        private final Chromium browser;
        private final StringBuilder text = new StringBuilder();

        Messages(Chromium browser) {
            this.browser = browser;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonObject message = JsonParser.parseString(text.toString()).getAsJsonObject();
                text.setLength(0);
                browser.receive(message);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
