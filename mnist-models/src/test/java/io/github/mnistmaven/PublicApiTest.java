package io.github.mnistmaven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a library shows to those who use it: all packages but those named {@code internal}, and nothing of these. */
public abstract class PublicApiTest {

    /** The modules of this project; others use what is public. */
    private static final Set<String> OWN = Set.of("io.github.mnistmaven.models", "io.github.mnistmaven.study");

    private static final ArchRule NO_INTERNAL_TYPES = classes()
            .that(DescribedPredicate.describe("are public", PublicApiTest::isPublic))
            .should(new ArchCondition<>("mention no internal type in a signature") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    mentioned(type)
                            .filter(PublicApiTest::isInternal)
                            .distinct()
                            .forEach(internal -> events.add(SimpleConditionEvent.violated(
                                    type, "%s mentions %s".formatted(type.getName(), internal.getName()))));
                }
            });

    private static boolean isPublic(JavaClass type) {
        return !isInternal(type)
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicApiTest::isPublic).orElse(true);
    }

    private static boolean isInternal(JavaClass type) {
        return isInternal(type.getPackageName()) && type.getPackageName().startsWith(HouseRule.ROOT);
    }

    private static boolean isInternal(String packageName) {
        return (packageName + ".").contains(".internal.");
    }

    private static Stream<JavaClass> mentioned(JavaClass type) {
        Stream<JavaType> above = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaClass> members = type.getMembers().stream()
                .filter(PublicApiTest::isShown)
                .flatMap(member -> Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown(member)));
        return Stream.concat(above.flatMap(it -> it.getAllInvolvedRawTypes().stream()), members);
    }

    private static boolean isShown(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> thrown(JavaMember member) {
        return member instanceof JavaCodeUnit code ? code.getExceptionTypes().stream() : Stream.of();
    }

    @Test
    void givenThisModule_thenNoPublicSignatureMentionsAnInternalType() {
        NO_INTERNAL_TYPES.check(HouseRule.module());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Planted { public X x; }",
                "class Planted { protected X x() { return null; } }",
                "class Planted { public void x(java.util.List<? super X> x) {} }",
                "class Planted { public Planted() throws X {} }",
                "class Planted { public interface In { X[] x(); } }",
                "class Planted extends X { Planted() { super(\"\"); } }",
                "class Planted implements java.util.function.Consumer<X> { public void accept(X x) {} }",
                "record Planted(X x) { }"
            })
    void givenAPlantedLeak_thenItIsFound(String leak, @TempDir Path directory) throws IOException {
        // given
        String internal = "io.github.mnistmaven.internal.files.UnwritableException";
        JavaClasses planted = HouseRule.compiled(
                directory, "package io.github.mnistmaven.planted; public " + leak.replaceAll("\\bX\\b", internal));

        // when + then
        assertThatThrownBy(() -> NO_INTERNAL_TYPES.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Planted")
                .hasMessageContaining(internal);
    }

    @Test
    void givenThisModule_thenItExportsAllPackagesButInternalOnes() throws IOException {
        // given
        ModuleDescriptor descriptor;
        try (InputStream in = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
            descriptor = ModuleDescriptor.read(in);
        }

        // when
        List<String> exported = descriptor.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .toList();
        Set<String> reachInternals = descriptor.exports().stream()
                .flatMap(export -> export.targets().stream())
                .collect(Collectors.toSet());

        // then
        assertThat(exported).containsExactlyInAnyOrderElementsOf(publicPackages());
        assertThat(OWN).containsAll(reachInternals);
    }

    private static Set<String> publicPackages() {
        return HouseRule.module().stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(HouseRule.ROOT) && !isInternal(name))
                .collect(Collectors.toSet());
    }
}
