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
        Inputs.Data data = new Inputs.Data(source, 300, SHA, classNames);
        return new Inputs("cnn", SHA, 1, Recipe.DEFAULT, seed, data, new Versions("1.0", "0.36.0", "2.7.1"));
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
        Inputs two = new Inputs(
                "cnn", SHA, 1, Recipe.DEFAULT.withReplicas(2), 1, one.data(), new Versions("1.0", "0.36.0", "2.7.1"));

        // then
        assertThat(provenance(one, 1).isBitCompatibleWith(provenance(one, 1))).isTrue();
        assertThat(provenance(one, 1).isBitCompatibleWith(provenance(one, 2))).isFalse();
        assertThat(provenance(two, 1).isBitCompatibleWith(provenance(two, 2))).isTrue();
        assertThat(provenance(two, 1).isBitCompatibleWith(provenance(one, 1))).isFalse();
    }

    private static Provenance provenance(Inputs inputs, int threads) {
        return new Provenance(
                inputs,
                new Platform(
                        "Linux", "amd64", "AMD EPYC", "avx2", threads, "native", Map.of(), SHA, Map.of(), "17.0.15"));
    }
}
