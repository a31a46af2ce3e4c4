package io.github.mnistmaven.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

    private static final String SHA = Sha256.of("anything");
    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

    private static Inputs inputs(long seed, String source, List<String> classNames) {
        Inputs.Data data = Inputs.Data.of(source, 300, SHA, classNames);
        return Inputs.of("cnn", SHA, 1, Recipe.DEFAULT, seed, data, Versions.of("1.0", "0.36.0", "2.7.1"));
    }

    @Test
    void givenInputsThatDifferInNamesAlone_thenTheyAreEquivalentAndNotEqual() {
        // given
        Inputs inputs = inputs(1, "mnist", DigitSet.DIGIT_NAMES);
        Inputs renamed = inputs(1, "letters", LETTERS);

        // then
        assertThat(inputs.isEquivalentTo(renamed)).isTrue();
        assertThat(inputs).isNotEqualTo(renamed);
        assertThat(inputs.isEquivalentTo(inputs(2, "mnist", DigitSet.DIGIT_NAMES)))
                .isFalse();
    }

    @Test
    void givenAListOfNames_whenItChangesLater_thenTheDataDoesNot() {
        // given
        List<String> names = new ArrayList<>(LETTERS);
        Inputs.Data data = inputs(1, "letters", names).data();

        // when
        names.set(0, "z");

        // then
        assertThat(data.classNames()).isEqualTo(LETTERS);
    }

    @Test
    void givenAnotherNumberOfThreads_thenBitsAreExpectedToBeTheSameOnlyWithReplicas() {
        // given
        Inputs one = inputs(1, "mnist", DigitSet.DIGIT_NAMES);
        Inputs two = Inputs.of(
                "cnn", SHA, 1, Recipe.DEFAULT.withReplicas(2), 1, one.data(), Versions.of("1.0", "0.36.0", "2.7.1"));

        // then
        assertThat(provenance(one, 1).isBitCompatibleWith(provenance(one, 1))).isTrue();
        assertThat(provenance(one, 1).isBitCompatibleWith(provenance(one, 2))).isFalse();
        assertThat(provenance(two, 1).isBitCompatibleWith(provenance(two, 2))).isTrue();
        assertThat(provenance(two, 1).isBitCompatibleWith(provenance(one, 1))).isFalse();
    }

    @Test
    void givenAProvenance_whenReadByPeople_thenEachThingHasALineAndAWord() {
        // given
        Provenance provenance = provenance(inputs(7, "mnist", DigitSet.DIGIT_NAMES), 2);

        // then
        assertThat(provenance.toString().replace(SHA, "SHA")).isEqualTo("""
                        architecture: cnn, 1 parameters, structure SHA
                        recipe: epochs 5, batchSize 128, schedule (peak 0.003, warmupFraction 0.25, finalLearningRateFactor 0.001), augmentation (none), labelSmoothing 0.0, validationFraction 0.1 STRATIFIED, patience 0, adamBetas 0.9 0.999, adamEpsilon 1.0E-8, capacity (widthMultiplier 1, ensembleSize 1), replicas 1
                        seed: 7
                        digits: 300 of mnist, fingerprint SHA
                        software: mnist-models 1.0, DJL 0.36.0, PyTorch 2.7.1
                        platform: Linux, amd64, AMD EPYC (avx2), 2 threads, native numerics, Java 17.0.15, arithmetic SHA""");
        assertThat(provenance.architecture()).isEqualTo("cnn");
        assertThat(provenance.recipe()).isEqualTo(Recipe.DEFAULT);
        assertThat(provenance.seed()).isEqualTo(7);
        assertThat(provenance.source()).isEqualTo("mnist");
        assertThat(provenance.platform().processorArchitecture()).isEqualTo("amd64");
    }

    private static Provenance provenance(Inputs inputs, int threads) {
        return new Provenance(
                inputs,
                Platform.of(
                        "Linux", "amd64", "AMD EPYC", "avx2", threads, "native", Map.of(), SHA, Map.of(), "17.0.15"));
    }
}
