package io.github.mnistmaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.github.mnistmaven.internal.networks.Structure;
import io.github.mnistmaven.internal.serving.ArchitectureBlockFactory;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitecturesTest {

    private static final Shape ONE_IMAGE = new Shape(1, 1, 28, 28);

    @ParameterizedTest
    @CsvSource({"cnn, 11442", "lstm, 9290", "cnn-reference, 1200778", "lstm-reference, 89802"})
    void givenAName_whenItsNetworkIsBuilt_thenItHasTheParametersThatAreClaimedAndGivesTenLogits(
            String name, long parameters) {
        // given
        Block block = Architectures.named(name).newBlock();

        try (NDManager manager = NDManager.newBaseManager()) {
            // when
            block.initialize(manager, DataType.FLOAT32, ONE_IMAGE);
            NDArray images = manager.randomUniform(0, 1, new Shape(3, 1, 28, 28));
            NDArray logits = block.forward(new ParameterStore(manager, false), new NDList(images), false)
                    .singletonOrThrow();

            // then
            assertThat(block.getParameters().values().stream()
                            .mapToLong(parameter -> parameter.getShape().size()))
                    .satisfies(sizes -> assertThat(
                                    sizes.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(parameters));
            assertThat(logits.getShape()).isEqualTo(new Shape(3, 10));
            assertThat(logits.toFloatArray()).doesNotContain(Float.NaN);
        }
    }

    @ParameterizedTest
    @CsvSource({"cnn, 39002", "lstm, 26762"})
    void givenTwiceTheWidth_whenItsNetworkIsBuilt_thenItIsLarger(String name, long parameters) {
        assertThat(Structure.of(Architectures.named(name).newBlock(2)).parameters())
                .isEqualTo(parameters);
    }

    @Test
    void givenTheStudysNetwork_whenBuiltAtAnotherWidth_thenTheMessageSaysThatItHasOneWidth() {
        assertThat(new CnnReference().newBlock(1)).isNotNull();
        assertThatThrownBy(() -> new CnnReference().newBlock(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "architecture 'cnn-reference' cannot be built with the widthMultiplier 2, as it does not override");
    }

    @Test
    void givenAnUnknownName_thenTheMessageListsTheKnownOnes() {
        assertThatThrownBy(() -> Architectures.named("cn"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown architecture 'cn'; the choices are cnn, lstm, cnn-reference, lstm-reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm"})
    void givenPresets_thenStandardIsTheDefaultFastHasFewerEpochsAndBestMore(String name) {
        // given
        Architecture architecture = Architectures.named(name);

        // then
        assertThat(architecture.recipe(Preset.STANDARD)).isEqualTo(architecture.defaultRecipe());
        assertThat(architecture.recipe(Preset.RECORD).epochs())
                .isLessThanOrEqualTo(architecture.recipe(Preset.FAST).epochs());
        assertThat(architecture.recipe(Preset.FAST).epochs())
                .isLessThan(architecture.defaultRecipe().epochs());
        assertThat(architecture.recipe(Preset.BEST).epochs())
                .isGreaterThan(architecture.defaultRecipe().epochs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm"})
    void givenRobust_thenItTakesNoMoreEpochsThanStandardAndVariesImagesAtLeastAsMuchAndSmoothsLabels(String name) {
        // when
        Recipe robust = Architectures.named(name).recipe(Preset.ROBUST);

        // then
        Recipe standard = Architectures.named(name).defaultRecipe();
        Augmentation varied = robust.augmentation();
        Augmentation usual = standard.augmentation();
        assertThat(robust.epochs()).isEqualTo(standard.epochs());
        assertThat(robust.labelSmoothing()).isEqualTo(0.1);
        assertThat(varied.rotation()).isGreaterThanOrEqualTo(usual.rotation());
        assertThat(varied.scale()).isGreaterThan(usual.scale());
        assertThat(varied.shear()).isGreaterThanOrEqualTo(usual.shear());
        assertThat(varied.shift()).isGreaterThanOrEqualTo(usual.shift());
        assertThat(varied.elasticDeformation()).isGreaterThan(usual.elasticDeformation());
    }

    @Test
    void givenTheClassPath_thenAllArchitecturesAreThoseThatHaveNamesAndBeginWithThisLibrarys() {
        assertThat(Architectures.all()).startsWith(Architectures.builtIn().toArray(Architecture[]::new));
        assertThat(Architectures.all().stream().map(Architecture::name))
                .containsExactlyElementsOf(Architectures.names());
    }

    @ParameterizedTest
    @CsvSource({"cnn-reference, 20", "lstm-reference, 30"})
    void givenAReference_thenItsRecipeIsThatOfTheStudy(String name, int epochs) {
        // when
        Recipe recipe = Architectures.named(name).defaultRecipe();

        // then
        assertThat(Architectures.named(name).recipe(Preset.FAST)).isEqualTo(recipe);
        assertThat(recipe.epochs()).isEqualTo(epochs);
        assertThat(recipe.batchSize()).isEqualTo(128);
        assertThat(recipe.schedule()).isEqualTo(Schedule.constant(0.001));
        assertThat(recipe.validationFraction()).isEqualTo(0.1);
        assertThat(recipe.patience()).isEqualTo(5);
        assertThat(recipe.augmentation()).isEqualTo(Augmentation.NONE);
        assertThat(recipe.labelSmoothing()).isZero();
        assertThat(recipe.adamEpsilon()).isEqualTo(1e-7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm"})
    void givenPresets_thenBestTrainsAnEnsembleAndTheOthersASingleNetwork(String name) {
        Architecture architecture = Architectures.named(name);
        assertThat(architecture.recipe(Preset.BEST).capacity().ensembleSize()).isGreaterThan(1);
        assertThat(List.of(Preset.RECORD, Preset.FAST, Preset.STANDARD, Preset.ROBUST))
                .allSatisfy(preset -> assertThat(
                                architecture.recipe(preset).capacity().ensembleSize())
                        .isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({"widthMultiplier, wide", "widthMultiplier, 0", "ensembleSize, -1", "ensembleSize, ''"})
    void givenADamagedServingProperties_whenPlainDjlBuildsTheNetwork_thenTheMessageNamesFileAndProperty(
            String property, String value) {
        // given
        Map<String, String> arguments =
                new HashMap<>(Map.of("architecture", "cnn", "widthMultiplier", "1", "ensembleSize", "1"));
        arguments.put(property, value);
        Path model = Path.of("models", "cnn");

        // when, then
        assertThatThrownBy(() -> new ArchitectureBlockFactory().newBlock(null, model, arguments))
                .hasMessage(
                        "%s: '%s' in serving.properties is '%s'; it must be a whole number of at least 1; train the model again",
                        model, property, value);
        arguments.remove(property);
        assertThatThrownBy(() -> new ArchitectureBlockFactory().newBlock(null, model, arguments))
                .hasMessage("%s: serving.properties has no '%s'; train the model again", model, property);
    }

    @Test
    void givenTheStudysCnn_thenItsLayersAreThoseOfTheStudy() {
        assertThat(layers(new CnnReference()))
                .containsExactly(
                        "Conv2d",
                        "LambdaBlock",
                        "BatchNorm",
                        "Conv2d",
                        "LambdaBlock",
                        "BatchNorm",
                        "LambdaBlock",
                        "Dropout",
                        "LambdaBlock",
                        "Linear",
                        "LambdaBlock",
                        "BatchNorm",
                        "Dropout",
                        "Linear");
        assertThat(layers(new LstmReference()))
                .containsExactly("RowLstm", "Dropout", "Linear", "LambdaBlock", "Dropout", "Linear");
    }

    private static List<String> layers(Architecture architecture) {
        return architecture.newBlock().getChildren().values().stream()
                .map(layer -> layer.getClass().getSimpleName())
                .toList();
    }

    @Test
    void givenTheStudysCnn_whenItSeesABatch_thenItsBatchNormAveragesAsKerasDoes() {
        // given
        Block block = new CnnReference().newBlock();
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, DataType.FLOAT32, ONE_IMAGE);

            // when: without ink there is no variance
            NDArray blank = manager.zeros(new Shape(2, 1, 28, 28));
            block.forward(new ParameterStore(manager, false), new NDList(blank), true);

            // then
            NDArray variance = block.getParameters().stream()
                    .filter(parameter -> parameter.getKey().endsWith("runningVar"))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .getArray();
            assertThat(variance.toFloatArray()).containsOnly(0.99f);
        }
    }

    @Test
    void givenAnLstm_whenInitialized_thenItsForgetGateIsOpenAndItHasOneBias() {
        Block block = new LstmReference().newBlock();
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, DataType.FLOAT32, ONE_IMAGE);

            block.getParameters().forEach(parameter -> {
                if (parameter.getKey().endsWith("i2h_BIAS")) {
                    float[] biases = parameter.getValue().getArray().toFloatArray();
                    assertThat(Arrays.copyOfRange(biases, 128, 256)).containsOnly(1f);
                    assertThat(Arrays.copyOfRange(biases, 0, 128)).containsOnly(0f);
                    assertThat(Arrays.copyOfRange(biases, 256, 512)).containsOnly(0f);
                }
                if (parameter.getKey().endsWith("h2h_BIAS")) {
                    assertThat(parameter.getValue().requiresGradient()).isFalse();
                    assertThat(parameter.getValue().getArray().toFloatArray()).containsOnly(0f);
                }
            });
        }
    }
}
