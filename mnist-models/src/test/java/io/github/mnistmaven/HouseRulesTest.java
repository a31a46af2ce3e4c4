package io.github.mnistmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each module's {@code StructureTest} does with its rules, which are in its static method {@code rules()}: they hold,
 * each finds its planted violation, and no package goes without one.
 */
public abstract class HouseRulesTest {

    /** The rules of the module, as {@code rules()} gives them. */
    protected abstract List<HouseRule> all();

    @ParameterizedTest
    @MethodSource("rules")
    void givenThisModule_thenTheRuleHolds(HouseRule rule) {
        rule.rule().check(HouseRule.module());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void givenAPlantedViolation_thenTheRuleFindsIt(HouseRule rule, @TempDir Path directory) throws IOException {
        // given
        JavaClasses planted = rule.planted(directory);

        // when + then
        assertThatThrownBy(() -> rule.rule().check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Planted")
                .hasMessageContaining(rule.forbiddenType());
    }

    @Test
    void givenEachPackage_thenItIsDescribedAndARuleNamesIt() throws IOException {
        assertThat(HouseRule.packagesWithout(Path.of("src/main/java"), all())).isEmpty();
    }
}
