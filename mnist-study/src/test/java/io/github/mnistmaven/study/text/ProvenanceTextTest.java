package io.github.mnistmaven.study.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.provenance.RunRecord;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.study.results.SampleResults;
import org.junit.jupiter.api.Test;

class ProvenanceTextTest {

    private static final RunRecord RUN = SampleResults.run(SampleResults.CNN);

    @Test
    void givenANetwork_thenItsArchitectureIsNamedAndItsCapacityIfThatIsNotTheUsual() {
        assertThat(architecture(RUN)).isEqualTo("cnn");
        assertThat(architecture(with(new Capacity(1, 3)))).isEqualTo("cnn, an ensemble of 3");
        assertThat(architecture(with(new Capacity(2, 3)))).isEqualTo("cnn, width 2, an ensemble of 3");
    }

    private static String architecture(RunRecord run) {
        return ProvenanceText.lines(run).stream()
                .filter(line -> line.name().equals("Architecture"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static RunRecord with(Capacity capacity) {
        Inputs inputs = RUN.provenance().inputs();
        Inputs changed = new Inputs(
                inputs.architecture(),
                inputs.structureSha256(),
                inputs.parameters(),
                inputs.recipe().withCapacity(capacity),
                inputs.seed(),
                inputs.data(),
                inputs.versions());
        return new RunRecord(
                RUN.model(), new Provenance(changed, RUN.provenance().platform()), RUN.history());
    }
}
