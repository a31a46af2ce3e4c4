package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.training.StripedDigits;
import io.github.mnistmaven.provenance.ModelFormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelResourceTest {

    private static final DigitSet DIGITS = StripedDigits.of(60, 1);

    @TempDir
    private static Path trained;

    private static List<Classification> expected;

    @TempDir
    private Path directory;

    private Path resources;
    private Path model;

    @BeforeAll
    static void train() throws IOException {
        try (TrainedModel cnn = Trainer.of("cnn").epochs(1).train(DIGITS)) {
            cnn.save(trained.resolve("cnn"));
            expected = cnn.classify(DIGITS);
        }
    }

    @BeforeEach
    void copy() throws IOException {
        resources = directory.resolve("größe 100% #1");
        model = resources.resolve("models/mein cnn");
        Files.createDirectories(model.getParent());
        PathUtils.copyDirectory(trained.resolve("cnn"), model);
    }

    /** As build tools write jars: some have entries for directories, some have not. */
    private Path jar(boolean withDirectories) throws IOException {
        Path jar = directory.resolve("mit größe %20.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> contents = Files.walk(resources)) {
            for (Path path : contents.sorted().skip(1).toList()) {
                String name = resources.relativize(path).toString().replace('\\', '/');
                if (Files.isRegularFile(path)) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(path, out);
                } else if (withDirectories) {
                    out.putNextEntry(new JarEntry(name + "/"));
                }
            }
        }
        return jar;
    }

    private static URL resource(Path classPath, String name) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            return loader.getResource(name);
        }
    }

    private static void assertLoads(URL location) throws IOException {
        try (TrainedModel loaded = TrainedModel.load(location)) {
            assertThat(loaded.classify(DIGITS)).isEqualTo(expected);
        }
    }

    private static ModelFormatException rejected(URL location) {
        ModelFormatException rejection = null;
        try {
            TrainedModel.load(location).close();
        } catch (ModelFormatException e) {
            rejection = e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(rejection).isNotNull();
        assertThat(rejection.getMessage()).doesNotContain("mnist-model");
        return rejection;
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/mein cnn/run.json", "models/mein cnn", "models/mein cnn/"})
    void givenADirectoryOnTheClassPath_thenItsModelIsLoaded(String name) throws IOException {
        assertLoads(resource(resources, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/mein cnn/run.json", "models/mein cnn", "models/mein cnn/"})
    void givenAJarOnTheClassPath_thenItsModelIsLoaded(String name) throws IOException {
        assertLoads(resource(jar(true), name));
    }

    @Test
    void givenAJarWithoutEntriesForDirectories_thenRunJsonIsFoundInIt() throws IOException {
        // given
        Path jar = jar(false);

        // then
        assertLoads(resource(jar, "models/mein cnn/run.json"));
        assertThat(resource(jar, "models/mein cnn")).isNull();
    }

    @Test
    void givenAModelAtTheRootOfAJar_thenItIsLoaded() throws IOException {
        // given
        resources = model;

        // when
        Path jar = jar(false);

        // then
        assertLoads(new URL("jar:" + jar.toUri() + "!/"));
        assertLoads(new URL("jar:" + jar.toUri() + "!/run.json"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file has a colon in its name there")
    void givenADirectoryWithAColon_thenItIsNoScheme() throws IOException {
        // given
        Path odd = resources.resolve("v1:x");
        PathUtils.copyDirectory(model, odd);

        // then
        assertLoads(odd.toUri().toURL());
    }

    @Test
    void givenOnlyWhatIsRead_thenTheOtherFilesAreNotNeeded() throws IOException {
        // given
        Files.delete(model.resolve("serving.properties"));
        Files.delete(model.resolve("synset.txt"));

        // then
        assertLoads(resource(jar(false), "models/mein cnn/run.json"));
    }

    @Test
    void givenAnArchitecture_thenItHasToBeTheModels() throws IOException {
        // given
        URL location = resource(jar(false), "models/mein cnn/run.json");

        // when + then
        TrainedModel.load(location, Architectures.named("cnn")).close();
        assertThatThrownBy(() -> TrainedModel.load(location, Architectures.named("lstm")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(location.toString().replace("run.json", ""))
                .hasMessageContaining("holds a model of the architecture 'cnn', not of 'lstm'");
    }

    @Test
    void givenAJarThatIsReplaced_thenWhatIsInItNowIsLoaded() throws IOException {
        // given
        URL location = resource(jar(true), "models/mein cnn/run.json");
        assertLoads(location);
        Files.writeString(model.resolve("padding"), "0".repeat(1000));

        // when
        Files.delete(jar(true));
        Path jar = jar(false);

        // then
        assertLoads(location);
        Files.delete(jar);
        assertThat(rejected(location)).hasMessageStartingWith("there is no " + location);
    }

    @Test
    void givenNoModel_thenTheMessageSaysWhere() throws IOException {
        URL nowhere = new URL(resource(jar(true), "models/mein cnn/run.json"), "../lstm");
        assertThat(rejected(nowhere))
                .hasMessageStartingWith("there is no " + nowhere + "/run.json; copy the whole directory");
        assertThatNullPointerException()
                .isThrownBy(() -> TrainedModel.load((URL) null))
                .withMessage("location is null; is there such a resource on the class path?");
    }

    @Test
    void givenParametersThatAreMissingDamagedOrTooMany_thenTheMessageSaysWhere() throws IOException {
        // given
        Path parameters = model.resolve("cnn-0000.params");
        byte[] intact = Files.readAllBytes(parameters);

        // when
        Files.write(parameters, new byte[100]);
        ModelFormatException damaged = rejected(resource(jar(true), "models/mein cnn"));
        Files.write(parameters, new byte[intact.length + (1 << 20)]);
        ModelFormatException large = rejected(resource(jar(true), "models/mein cnn"));
        Files.delete(parameters);
        URL location = resource(jar(true), "models/mein cnn");
        ModelFormatException missing = rejected(location);

        // then
        assertThat(damaged).hasMessageStartingWith(location + "/cnn-0000.params: it is damaged or cut short");
        assertThat(large)
                .hasMessageStartingWith(location + "/cnn-0000.params: it has more than the ")
                .hasMessageEndingWith("train the model again");
        assertThat(missing).hasMessageStartingWith(location + "/cnn-0000.params is missing");
    }

    @Test
    void givenADamagedOrEndlessRunJson_thenTheMessageSaysWhere() throws IOException {
        // given
        Path run = model.resolve("run.json");
        String intact = Files.readString(run);
        URL location = run.toUri().toURL();

        // when
        Files.writeString(run, intact.replace("\"seed\"", "\"seeds\""));
        ModelFormatException damaged = rejected(location);
        Files.writeString(run, intact.replace("\"architecture\": \"cnn\"", "\"architecture\": \"capsule\""));
        ModelFormatException unknown = rejected(location);
        Files.writeString(run, intact + " ".repeat(17 << 20));
        ModelFormatException endless = rejected(location);
        Files.write(run, new byte[] {'{', (byte) 0xc3, '}'});
        ModelFormatException noText = rejected(location);

        // then
        assertThat(damaged).hasMessageStartingWith(location + ": field 'provenance.inputs");
        assertThat(unknown).hasMessageStartingWith(location + ": unknown architecture 'capsule'");
        assertThat(endless).hasMessageStartingWith(location + " has more than the 16777216 bytes");
        assertThat(noText).hasMessageStartingWith(location + " is not text in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/models/cnn/run.json",
                "https://localhost:1/models/cnn",
                "ftp://localhost:1/models/cnn",
                "jar:http://localhost:1/app.jar!/models/cnn/run.json",
                "jar:HTTP://localhost:1/app.jar!/models/cnn/run.json",
                "jar:FILE://example.com/app.jar!/models/cnn/run.json",
                "file://example.com/models/cnn/run.json"
            })
    void givenAPlaceInANetwork_thenNothingIsLoaded(String location) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainedModel.load(new URL(location)))
                .withMessageStartingWith(location + " is on a network, from where no model is loaded; copy");
    }
}
