package io.github.mnistmaven;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between the packages point one way. */
class StructureTest {

    private static final String ROOT = "io.github.mnistmaven.";
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mnistmaven");

    @ParameterizedTest(name = "{0} uses {1}")
    @CsvSource({
        "files, ''",
        "data, files",
        "recipe, ''",
        "evaluation, data files",
        "architecture, recipe data files",
        "provenance, architecture recipe data files",
        "training, provenance architecture recipe evaluation data files",
        "model, training provenance architecture recipe evaluation data files",
    })
    void givenAPackage_whenItUsesAnother_thenThatIsBelowIt(String name, String below) {
        String[] allowed = Stream.concat(Stream.of(name), Arrays.stream(below.split(" ")))
                .filter(part -> !part.isEmpty())
                .map(part -> ROOT + part + "..")
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAnyPackage(ROOT + "."))))
                .check(LIBRARY);
    }

    @Test
    void givenPlainJavaPackages_thenNoEngineIsLoadedForThem() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "files..", ROOT + "data..", ROOT + "recipe..", ROOT + "evaluation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(LIBRARY);
    }

    @Test
    void givenALibrary_thenItKnowsNothingOfMaven() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
                .check(LIBRARY);
    }
}
