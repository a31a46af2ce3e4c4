package io.github.mnistmaven.study.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.data.embedded.PenStrokes;
import io.github.mnistmaven.data.image.DigitPicture;
import io.github.mnistmaven.data.image.FoundDigit;
import io.github.mnistmaven.data.image.UnreadablePictureException;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.model.Classification;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.study.internal.drawing.DrawableModel;
import io.github.mnistmaven.study.internal.drawing.DrawingSection;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is drawn on the page of a report is read as Java reads it. With real MNIST where it is given, see {@code RealMnist}; with models
 * that were trained longer where {@code -Dmnist.test.models} names the directory that they are in.
 */
class DrawADigitTest {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    /** Names from elsewhere are text, whatever is in them. */
    private static final List<String> CLASS_NAMES =
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "</script><b>nine");

    private static final int DIGITS = 1_000;

    /** {@code -Dmnist.test.drawings=100} draws more of each kind. */
    private static final int DRAWINGS = Integer.getInteger("mnist.test.drawings", 10);

    /** Of the networks other than the first two, as far as time matters. */
    private static final int FEWER_DIGITS = DRAWINGS >= 100 ? DIGITS : 100;

    /** Until the browser has optimized the script, several hundred are needed. */
    private static final int READINGS = DRAWINGS >= 100 ? 400 : 10;

    @TempDir
    private static Path directory;

    private static final Map<String, TrainedModel> MODELS = new LinkedHashMap<>();
    private static Chromium browser;

    /** Of all models, and of the first two alone, as a build leaves it. */
    private static Path page;

    private static Path usualPage;

    @BeforeAll
    static void trainModelsAndWriteThePage() throws IOException {
        browser = Chromium.startOrSkip();
        DigitSet digits = new EmbeddedDigits().sizes(1_000, 1).training().withClassNames(CLASS_NAMES);
        DigitSet few = digits.slice(0, 150);
        List<DrawableModel> drawable = new ArrayList<>();
        add("cnn", Trainer.of("cnn").epochs(2), digits, drawable);
        add("lstm", Trainer.of("lstm").epochs(2), digits, drawable);
        add("cnn-reference", withCapacity("cnn-reference", Capacity.DEFAULT), few, drawable);
        add("lstm-reference", withCapacity("lstm-reference", Capacity.DEFAULT), few, drawable);
        add("three-cnn", withCapacity("cnn", Capacity.DEFAULT.withEnsembleSize(3)), few, drawable);
        add("two-lstm", withCapacity("lstm", Capacity.DEFAULT.withEnsembleSize(2)), few, drawable);
        page = write("page.html", drawable);
        usualPage = write("usual-page.html", drawable.subList(0, 2));
    }

    private static Path write(String name, List<DrawableModel> drawable) throws IOException {
        return Files.writeString(directory.resolve(name), """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Draw</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="%s"></head><body>%s</body></html>
                """.formatted(
                        POLICY, DrawingSection.of(drawable).html()));
    }

    /** Trained on few digits, so in small batches, or hardly anything would be learned. */
    private static Trainer withCapacity(String architecture, Capacity capacity) {
        Trainer trainer = Trainer.of(architecture);
        return trainer.recipe(trainer.recipe().withEpochs(1).withBatchSize(10).withCapacity(capacity));
    }

    private static void add(String name, Trainer trainer, DigitSet digits, List<DrawableModel> drawable)
            throws IOException {
        Path given = Path.of(System.getProperty("mnist.test.models", ""), name);
        TrainedModel model = Files.isRegularFile(given.resolve(RunFile.FILE))
                ? TrainedModel.load(given)
                : trainer.threads(2).train(digits);
        MODELS.put(name, model);
        Path saved = directory.resolve("model-" + MODELS.size());
        model.save(saved);
        drawable.add(new DrawableModel(
                MODELS.size(),
                name,
                model.provenance(),
                Optional.of(RunFile.read(saved).parametersSha256()),
                saved));
    }

    @AfterAll
    static void close() {
        MODELS.values().forEach(TrainedModel::close);
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void givenTestDigits_whenEachNetworkComputesThemInTheBrowser_thenItsProbabilitiesAreThoseOfJava()
            throws IOException {
        // given
        DigitSet all =
                mnist(DIGITS).orElse(new EmbeddedDigits().sizes(1, DIGITS).test());
        Chromium.Tab tab = browser.open(page);
        tab.evaluate("globalThis.digits = Uint8Array.from(atob('%s'), c => c.charCodeAt(0)); 0".formatted(base64(all)));

        for (Map.Entry<String, TrainedModel> model : MODELS.entrySet()) {
            // when
            DigitSet digits = all.slice(0, List.of("cnn", "lstm").contains(model.getKey()) ? DIGITS : FEWER_DIGITS);
            JsonArray inBrowser = tab.evaluate("""
                            (() => {
                              const model = mnistDrawing.models.find(({name}) => name === %s);
                              const all = [];
                              for (let i = 0; i < 784 * %d; i += 784) {
                                all.push(...model.probabilities(digits.subarray(i, i + 784)));
                              }
                              return all;
                            })()
                            """.formatted(quoted(model.getKey()), digits.size()))
                    .getAsJsonArray();
            float[] inJava = model.getValue().logProbabilities(digits);

            // then
            double largest = 0;
            for (int i = 0; i < inJava.length; i++) {
                largest = Math.max(
                        largest, Math.abs(Math.exp(inJava[i]) - inBrowser.get(i).getAsDouble()));
            }
            System.out.printf("%-16s largest difference of a probability %.1e%n", model.getKey(), largest);
            assertThat(inBrowser).hasSize(inJava.length);
            assertThat(largest).as(model.getKey()).isLessThan(1e-3);
            for (int i = 0; i < digits.size(); i++) {
                requireSameClass(inJava, inBrowser, 10 * i);
            }
        }
    }

    /** But where the two most probable classes are as good as equal. */
    private static void requireSameClass(float[] inJava, JsonArray inBrowser, int from) {
        int java = 0;
        int script = 0;
        for (int i = 1; i < 10; i++) {
            java = inJava[from + i] > inJava[from + java] ? i : java;
            script = inBrowser.get(from + i).getAsDouble()
                            > inBrowser.get(from + script).getAsDouble()
                    ? i
                    : script;
        }
        assertThat(Math.exp(inJava[from + java]) - Math.exp(inJava[from + script]))
                .isLessThan(1e-3);
    }

    @Test
    void givenDigitsOfTenHands_whenDrawnWithTheMouse_thenTheyAreReadAsJavaReadsTheSamePicture() throws IOException {
        // given
        List<List<List<double[]>>> drawings = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < DRAWINGS; i++) {
            drawings.add(PenStrokes.of(i % 10, i / 10 + 10L * (i % 10)));
            labels.add(i % 10);
        }

        // when + then
        requireSameReadings("strokes of the embedded generator", drawings, labels);
    }

    @Test
    void givenDigitsOfMnist_whenTracedWithTheMouse_thenTheyAreReadAsJavaReadsTheSamePicture() throws IOException {
        // given
        int count = DRAWINGS >= 100 ? DRAWINGS : 5;
        DigitSet digits =
                mnist(count).orElse(new EmbeddedDigits().sizes(1, count).test());
        List<List<List<double[]>>> drawings = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < digits.size(); i++) {
            drawings.add(TracedDigit.strokes(digits.image(i)));
            labels.add(digits.label(i));
        }

        // when + then
        requireSameReadings("traced " + digits.source(), drawings, labels);
    }

    private void requireSameReadings(String what, List<List<List<double[]>>> drawings, List<Integer> labels)
            throws IOException {
        Chromium.Tab tab = browser.open(usualPage);
        int rightInBrowser = 0;
        int rightInJava = 0;
        double largest = 0;
        for (int i = 0; i < drawings.size(); i++) {
            draw(tab, drawings.get(i), 40, 40, 200);
            Path picture = savedPicture(tab);
            JsonObject read = tab.evaluate("mnistDrawing.read()").getAsJsonObject();
            tab.evaluate("document.querySelectorAll('#draw button')[1].click()");
            String refusal = read.get("refusal").getAsString();
            if (!refusal.isEmpty()) {
                assertThatThrownBy(() -> MODELS.get("cnn").classify(picture))
                        .as(refusal)
                        .isInstanceOf(UnreadablePictureException.class);
                continue;
            }
            for (JsonElement each : read.getAsJsonArray("answers")) {
                JsonObject answer = each.getAsJsonObject();
                Classification java =
                        MODELS.get(answer.get("name").getAsString()).classify(picture);
                for (int digit = 0; digit < 10; digit++) {
                    double probability =
                            answer.getAsJsonArray("probabilities").get(digit).getAsDouble();
                    largest = Math.max(largest, Math.abs(java.probability(digit) - probability));
                }
                String truth = MODELS.get(answer.get("name").getAsString())
                        .classNames()
                        .get(labels.get(i));
                rightInBrowser += answer.get("className").getAsString().equals(truth) ? 1 : 0;
                rightInJava += java.digit() == labels.get(i) ? 1 : 0;
            }
        }
        int all = drawings.size() * 2;
        System.out.printf(
                "%s: right in the browser %.4f, in Java %.4f, of %d readings; largest difference of a probability %.1e%n",
                what, (double) rightInBrowser / all, (double) rightInJava / all, all, largest);
        assertThat((double) rightInBrowser / all)
                .isBetween((rightInJava - 0.01 * all) / all, (rightInJava + 0.01 * all) / all);
        assertThat(largest).isLessThan(0.01);
        assertThat(tab.problems()).isEmpty();
        assertThat(tab.requests()).isEmpty();
    }

    @Test
    void givenPicturesOfOneDigitAndOfTwo_whenNormalizedInTheBrowser_thenTheirRenderingsAreThoseOfJava() {
        // given
        Chromium.Tab tab = browser.open(usualPage);
        Random random = new Random(5);

        for (int i = 0; i < 30; i++) {
            BufferedImage picture = PenPicture.of(i % 10, i, i % 6 == 5 ? 2 : 1, random);

            // when
            JsonObject inBrowser = normalized(tab, picture);

            // then
            String refusal = inBrowser.get("refusal").getAsString();
            if (refusal.isEmpty()) {
                FoundDigit digit = DigitPicture.of(picture).single();
                assertThat(inBrowser.get("isJoined").getAsBoolean()).isEqualTo(digit.isJoined());
                requireSameRenderings(inBrowser.getAsJsonArray("renderings"), digit.renderings());
            } else {
                assertThatThrownBy(() -> DigitPicture.of(picture).single())
                        .as(refusal)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void givenTwoDigitsThatTouch_whenNormalizedInTheBrowser_thenTheyAreJoinedWhereTheyAreInJava() {
        // given
        Chromium.Tab tab = browser.open(usualPage);
        int joinedThoughNotWide = 0;

        for (int i = 0; i < 40; i++) {
            BufferedImage picture = PenPicture.ofTwo(3 * i % 10, 7 * i % 10, i, 0.4 + 0.08 * (i / 8));

            // when
            JsonObject inBrowser = normalized(tab, picture);

            // then
            DigitPicture inJava = DigitPicture.of(picture);
            if (inBrowser.get("refusal").getAsString().isEmpty()) {
                FoundDigit digit = inJava.single();
                assertThat(inBrowser.get("isJoined").getAsBoolean())
                        .as("picture %d", i)
                        .isEqualTo(digit.isJoined());
                boolean isWide = digit.box().width() > 1.3 * digit.box().height();
                joinedThoughNotWide += digit.isJoined() && !isWide ? 1 : 0;
            } else {
                assertThatThrownBy(inJava::single).isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(joinedThoughNotWide).isPositive();
    }

    private static JsonObject normalized(Chromium.Tab tab, BufferedImage picture) {
        byte[] levels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        return tab.evaluate("""
                        (() => {
                          const levels = Uint8Array.from(atob('%s'), c => c.charCodeAt(0));
                          const { refusal, isJoined, renderings } = mnistDrawing.normalization.read(levels, 280);
                          return { refusal, isJoined, renderings: renderings.map(each => btoa(String.fromCharCode(...each))) };
                        })()
                        """.formatted(Base64.getEncoder().encodeToString(levels)))
                .getAsJsonObject();
    }

    /** But for one grey level, where a value lies in the middle between two. */
    private static void requireSameRenderings(JsonArray inBrowser, List<byte[]> inJava) {
        assertThat(inBrowser).hasSize(inJava.size());
        for (int i = 0; i < inJava.size(); i++) {
            byte[] pixels = Base64.getDecoder().decode(inBrowser.get(i).getAsString());
            for (int j = 0; j < pixels.length; j++) {
                assertThat(Byte.toUnsignedInt(pixels[j]))
                        .as("rendering %d, pixel %d", i, j)
                        .isBetween((inJava.get(i)[j] & 0xFF) - 1, (inJava.get(i)[j] & 0xFF) + 1);
            }
        }
    }

    @Test
    void givenTwoDigits_whenDrawn_thenTheyAreRefusedAndWhenOneIsUndoneTheOtherIsRead() throws IOException {
        // given
        Chromium.Tab tab = browser.open(page, 360, 700);
        List<List<double[]>> one = List.of(List.of(new double[] {0.5, 0}, new double[] {0.45, 1}));

        // when
        draw(tab, one, 20, 60, 120);
        draw(tab, one, 140, 60, 120);

        // then
        assertThat(status(tab)).isEqualTo("These are 2 separate characters; draw one digit at a time.");
        Path both = savedPicture(tab);
        assertThatThrownBy(() -> MODELS.get("cnn").classify(both)).hasMessageContaining("2 separate characters");

        // when
        tab.evaluate("document.querySelectorAll('#draw button')[0].click()");

        // then
        assertThat(status(tab)).startsWith("cnn reads ").contains("three-cnn reads ");
        assertThat(tab.evaluate("document.querySelectorAll('#draw b').length").getAsInt())
                .isZero();
        assertThat(tab.problems()).isEmpty();
    }

    @Test
    void givenAFingerOrAPen_whenAStrokeIsDrawn_thenItIsReadAndThePageDoesNotScroll() {
        // given
        Chromium.Tab tab = browser.open(usualPage, 360, 500);

        // when
        tab.send("Input.dispatchTouchEvent", "{type: 'touchStart', touchPoints: [{x: 150, y: 250}]}");
        for (int y = 260; y <= 380; y += 20) {
            tab.send("Input.dispatchTouchEvent", "{type: 'touchMove', touchPoints: [{x: 150, y: %d}]}".formatted(y));
        }
        tab.send("Input.dispatchTouchEvent", "{type: 'touchEnd', touchPoints: []}");

        // then
        assertThat(status(tab)).startsWith("cnn reads ");
        assertThat(tab.evaluate("scrollY").getAsDouble()).isZero();

        // when
        tab.evaluate("document.querySelectorAll('#draw button')[1].click()");
        assertThat(status(tab)).isEmpty();
        String pen = "{type: '%s', x: 150, y: %d, button: 'left', buttons: %d, clickCount: 1, pointerType: 'pen'}";
        tab.send("Input.dispatchMouseEvent", pen.formatted("mousePressed", 250, 1));
        tab.send("Input.dispatchMouseEvent", pen.formatted("mouseMoved", 380, 1));
        tab.send("Input.dispatchMouseEvent", pen.formatted("mouseReleased", 380, 0));

        // then
        assertThat(status(tab)).startsWith("cnn reads ");
    }

    @Test
    void givenAPageByHttp_whenAStrokeIsDrawn_thenItIsRead() {
        // given
        Chromium.Tab tab = browser.open(usualPage);
        tab.evaluate("delete PointerEvent.prototype.getCoalescedEvents");

        // when
        draw(tab, PenStrokes.of(3, 1), 40, 40, 200);

        // then
        assertThat(status(tab)).startsWith("cnn reads ");
        assertThat(tab.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, Undo", "1, Clear"})
    void givenAStrokeThatIsBeingDrawn_whenItIsUndoneOrCleared_thenItDoesNotGoOn(int button, String name) {
        // given
        Chromium.Tab tab = browser.open(usualPage);
        String click =
                "const button = document.querySelectorAll('#draw button')[%d]; button.click(); button.textContent";
        double[] start = corner(tab);
        tab.mouse("mousePressed", start[0] + 140, start[1] + 60);
        tab.mouse("mouseMoved", start[0] + 140, start[1] + 140);

        // when
        assertThat(tab.evaluate(click.formatted(button)).getAsString()).isEqualTo(name);
        tab.mouse("mouseMoved", start[0] + 140, start[1] + 220);
        tab.mouse("mouseReleased", start[0] + 140, start[1] + 220);

        // then
        assertThat(status(tab)).isEmpty();
        String ink =
                "document.querySelector('.draw-paper').getContext('2d').getImageData(0, 0, 280, 280).data.some(it => it < 255)";
        assertThat(tab.evaluate(ink).getAsBoolean()).isFalse();

        // when the next stroke is drawn
        draw(tab, PenStrokes.of(1, 1), 40, 40, 200);

        // then
        assertThat(status(tab)).startsWith("cnn reads ");
    }

    @Test
    void givenTheKeyboardAlone_whenAStrokeIsDrawn_thenItIsRead() {
        // given
        Chromium.Tab tab = browser.open(usualPage);
        tab.evaluate("document.querySelector('.draw-paper').focus()");

        // when
        tab.key(" ", 32);
        for (int i = 0; i < 20; i++) {
            tab.key("ArrowDown", 40);
        }
        tab.key(" ", 32);

        // then
        assertThat(status(tab)).contains("lstm reads ");
        assertThat(tab.evaluate("document.querySelector('#draw button').disabled")
                        .getAsBoolean())
                .isFalse();
    }

    @Test
    void givenADrawing_whenReadAgainAndAgain_thenTheTimeIsPrinted() {
        // given
        Chromium.Tab tab = browser.open(usualPage);
        draw(tab, PenStrokes.of(3, 1), 40, 40, 200);
        Map<String, String> readings = new LinkedHashMap<>();
        readings.put("normalization", "mnistDrawing.normalization.read(levels, 280)");
        for (int i = 0; i < 2; i++) {
            readings.put(
                    List.of("cnn", "lstm").get(i),
                    "mnistDrawing.normalization.read(levels, 280).renderings.forEach(mnistDrawing.models[%d].probabilities)"
                            .formatted(i));
        }
        readings.put("cnn and lstm, shown", "mnistDrawing.read()");

        tab.send("Performance.enable", "{timeDomain: 'threadTicks'}");
        readings.forEach((name, reading) -> {
            String script = """
                    (() => {
                      const { data } = document.querySelector('.draw-paper').getContext('2d').getImageData(0, 0, 280, 280);
                      const levels = data.filter((_, i) => i %% 4 === 0);
                      const times = [];
                      for (let i = 0; i < %d; i++) {
                        const start = performance.now();
                        %s;
                        times.push(performance.now() - start);
                      }
                      return times.sort((a, b) => a - b)[times.length / 2];
                    })()
                    """.formatted(READINGS, reading);
            tab.evaluate(script);

            // when
            double before = processorSeconds(tab);
            double median = tab.evaluate(script).getAsDouble();
            double seconds = processorSeconds(tab) - before;

            // then
            System.out.printf(
                    "%s: median %.1f ms, mean %.1f ms of processor time, of %d%n",
                    name, median, 1000 * seconds / READINGS, READINGS);
            assertThat(median).isPositive();
        });
    }

    /** Of the thread that computes the scripts of a page. */
    private static double processorSeconds(Chromium.Tab tab) {
        for (JsonElement metric : tab.send("Performance.getMetrics", "{}").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new AssertionError("the browser does not say how long its tasks took");
    }

    private static Optional<DigitSet> mnist(int digits) throws IOException {
        String mnist = System.getProperty("mnist.test.data", "");
        return mnist.isBlank()
                ? Optional.empty()
                : Optional.of(new DigitDirectory(Path.of(mnist)).test().slice(0, digits));
    }

    private static String base64(DigitSet digits) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < digits.size(); i++) {
            bytes.write(digits.image(i));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    /** Strokes in a box of 1 by 1, drawn into a square of the drawing area. */
    private static void draw(Chromium.Tab tab, List<List<double[]>> strokes, double left, double top, double side) {
        double[] corner = corner(tab);
        double x = corner[0] + left;
        double y = corner[1] + top;
        for (List<double[]> stroke : strokes) {
            double[] last = stroke.get(0);
            tab.mouse("mousePressed", x + side * last[0], y + side * last[1]);
            for (double[] point : stroke) {
                // A mouse that is moved fast reports no more; the browser takes one report a frame.
                if (Math.hypot(point[0] - last[0], point[1] - last[1]) >= 0.12) {
                    last = point;
                    tab.mouse("mouseMoved", x + side * last[0], y + side * last[1]);
                }
            }
            last = stroke.get(stroke.size() - 1);
            tab.mouse("mouseMoved", x + side * last[0], y + side * last[1]);
            tab.mouse("mouseReleased", x + side * last[0], y + side * last[1]);
        }
    }

    /** The upper left one of the drawing area, in the window. */
    private static double[] corner(Chromium.Tab tab) {
        JsonArray corner = tab.evaluate(
                        "(() => { const box = document.querySelector('.draw-paper').getBoundingClientRect(); return [box.left, box.top]; })()")
                .getAsJsonArray();
        return new double[] {corner.get(0).getAsDouble(), corner.get(1).getAsDouble()};
    }

    private static Path savedPicture(Chromium.Tab tab) throws IOException {
        String url = tab.evaluate("document.querySelector('.draw-paper').toDataURL('image/png')")
                .getAsString();
        Path file = Files.createTempFile(directory, "drawing", ".png");
        return Files.write(file, Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)));
    }

    /** After the next frame, before which it is not written. */
    private static String status(Chromium.Tab tab) {
        return tab.evaluate(
                        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelector('#draw [role=status]').textContent))))")
                .getAsString();
    }
}
