package io.github.mnistmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownPropertiesTest {

    private static final Set<String> KNOWN =
            Set.of("mnist.epochs", "mnist.models", "mnist.seed", "mnist.seeds", "mnist.outputDirectory");

    @ParameterizedTest
    @CsvSource({
        "mnist.epoch, mnist.epochs",
        "mnist.Epochs, mnist.epochs",
        "mnist.sede, mnist.seed",
        "mnist.outputDir, mnist.outputDirectory",
        "mnist.ouputDirectory, mnist.outputDirectory",
        "mnist.model, mnist.models"
    })
    void givenAMistypedProperty_thenTheNearestIsNamed(String mistyped, String nearest) {
        assertThat(UnknownProperties.warnings(KNOWN, properties(mistyped), Set.of()))
                .singleElement()
                .asString()
                .startsWith("no goal has the property -D%s; the nearest is -D%s. ".formatted(mistyped, nearest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist.epochs", "mnist.test.data", "mnist", "mnistery", "skipTests", "other.epochs"})
    void givenAPropertyOfAGoalOrOfOthers_thenNothingIsSaid(String name) {
        assertThat(UnknownProperties.warnings(KNOWN, properties(name), Set.of()))
                .isEmpty();
    }

    @Test
    void givenAPropertyOfThePom_thenNothingIsSaid() {
        assertThat(UnknownProperties.warnings(KNOWN, properties("mnist.version"), Set.of("mnist.version")))
                .isEmpty();
    }

    private static Properties properties(String name) {
        Properties properties = new Properties();
        properties.setProperty(name, "1");
        return properties;
    }
}
