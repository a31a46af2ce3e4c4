package io.github.mnistmaven.study.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.study.results.SampleResults;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvenanceTextTest {

    private static final Provenance CNN = SampleResults.provenance(SampleResults.CNN);

    @Test
    void givenANetwork_thenItsArchitectureIsNamedAndItsCapacityIfThatIsNotTheUsual() {
        assertThat(architecture(CNN)).isEqualTo("cnn");
        assertThat(architecture(with(Capacity.DEFAULT.withEnsembleSize(3)))).isEqualTo("cnn, an ensemble of 3");
        assertThat(architecture(with(Capacity.DEFAULT.withWidthMultiplier(2).withEnsembleSize(3))))
                .isEqualTo("cnn, width 2, an ensemble of 3");
    }

    @Test
    void givenDigits_thenNothingIsSaidOfClasses_andGivenOthers_thenTheyAreNamed() {
        assertThat(names(CNN)).contains("Training digits").doesNotContain("Classes");

        Provenance garments = SampleResults.provenance(SampleResults.CNN, SampleResults.GARMENTS);
        assertThat(names(garments)).contains("Classes", "Training images").doesNotContain("Training digits");
    }

    private static List<String> names(Provenance provenance) {
        return ProvenanceText.lines(provenance, SampleResults.history(SampleResults.CNN)).stream()
                .map(ProvenanceText.Line::name)
                .toList();
    }

    private static String architecture(Provenance provenance) {
        return ProvenanceText.lines(provenance, SampleResults.history(SampleResults.CNN)).stream()
                .filter(line -> line.name().equals("Architecture"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Provenance with(Capacity capacity) {
        Inputs inputs = CNN.inputs();
        Inputs changed = Inputs.of(
                inputs.architecture(),
                inputs.structureSha256(),
                inputs.parameters(),
                inputs.recipe().withCapacity(capacity),
                inputs.seed(),
                inputs.data(),
                inputs.versions());
        return new Provenance(changed, CNN.platform());
    }
}
