package io.github.mnistmaven.internal.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.mnistmaven.HouseRule;
import org.junit.jupiter.api.Test;

/** Whatever starts the engine does so through {@link PyTorch}; DJL alone would go online and report home. */
class StartedInOnePlaceTest {

    private static final ArchRule RULE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(PyTorch.class.getName())
            .should()
            .callMethod(Engine.class, "getInstance")
            .orShould()
            .callMethod(Engine.class, "getEngine", String.class)
            .orShould()
            .callMethod(Model.class, "newInstance", String.class)
            .orShould()
            .callMethod(Model.class, "newInstance", String.class, String.class)
            .orShould()
            .callMethod(NDManager.class, "newBaseManager");

    @Test
    void givenThisModule_thenNothingElseStartsTheEngine() {
        RULE.check(HouseRule.module());
    }

    @Test
    void givenAClassThatStartsTheEngine_thenItIsFound() {
        assertThatThrownBy(() -> RULE.check(new ClassFileImporter().importClasses(Another.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("newBaseManager");
    }

    /** Breaks the rule. */
    static final class Another {

        private Another() {}

        static void start() {
            NDManager.newBaseManager().close();
        }
    }
}
