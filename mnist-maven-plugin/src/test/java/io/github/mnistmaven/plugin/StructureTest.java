package io.github.mnistmaven.plugin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.mnistmaven.model.RunRecord;
import io.github.mnistmaven.model.SavedRun;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between the packages point one way, and Maven and the engine never meet. */
class StructureTest {

    private static final String ROOT = "io.github.mnistmaven.plugin";
    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @ParameterizedTest(name = "{0} uses {1}")
    @CsvSource({
        "protocol, ''",
        "baseline, protocol",
        "report, baseline protocol",
        "runtime, protocol",
        "console, protocol",
        "uptodate, protocol runtime",
        "worker, protocol runtime uptodate report baseline",
    })
    void givenAPackage_whenItUsesAnother_thenThatIsBelowIt(String name, String below) {
        String[] allowed = Stream.concat(Stream.of(name), Arrays.stream(below.split(" ")))
                .filter(part -> !part.isEmpty())
                .map(part -> ROOT + "." + part + "..")
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage(ROOT + ".."))))
                .check(PLUGIN);
    }

    @Test
    void givenTheWorkersEnd_thenItKnowsNothingOfMaven() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".worker..", ROOT + ".protocol..", ROOT + ".report..", ROOT + ".baseline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..")
                .check(PLUGIN);
    }

    /** Records of how a model came about are plain values, unlike all else in their packages. */
    private static final DescribedPredicate<JavaClass> NEEDS_AN_ENGINE = resideInAnyPackage(
                    "ai.djl..", "io.github.mnistmaven.architecture..", "io.github.mnistmaven.model..")
            .and(not(assignableTo(SavedRun.class)))
            .and(not(assignableTo(RunRecord.class)))
            .as("an engine's class");

    @Test
    void givenMavensEnd_thenItLoadsNoEngine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT, ROOT + ".runtime..", ROOT + ".console..", ROOT + ".protocol..", ROOT + ".uptodate..")
                .should()
                .dependOnClassesThat(NEEDS_AN_ENGINE)
                .check(PLUGIN);
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Worker")
                .and()
                .doNotHaveSimpleName("WorkerMain")
                .should()
                .dependOnClassesThat(NEEDS_AN_ENGINE)
                .check(PLUGIN);
    }
}
