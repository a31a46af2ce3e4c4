package io.github.mnistmaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever hands over null learns from the message which argument it was. */
class NullArgumentsTest {

    /** All constructors and static methods that a user can call and that take an object. */
    static Stream<Executable> entries() {
        return HouseRule.module().stream()
                .filter(type -> !type.getPackageName().contains(".internal"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::reflect)
                .filter(type -> !Throwable.class.isAssignableFrom(type) && !type.isEnum())
                .flatMap(type -> Stream.concat(
                        Modifier.isAbstract(type.getModifiers()) ? Stream.of() : Arrays.stream(type.getConstructors()),
                        Arrays.stream(type.getMethods()).filter(method -> Modifier.isStatic(method.getModifiers()))))
                .map(Executable.class::cast)
                .filter(entry -> Arrays.stream(entry.getParameterTypes()).anyMatch(type -> !type.isPrimitive()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void givenNullForAllObjects_whenCalled_thenTheMessageNamesAnArgument(Executable entry) throws Exception {
        // given
        Object[] nulls = Arrays.stream(entry.getParameterTypes())
                .map(NullArgumentsTest::smallest)
                .toArray();

        // when
        Throwable refusal = refusal(entry, nulls);

        // then
        assertThat(refusal)
                .isInstanceOfAny(NullPointerException.class, IllegalArgumentException.class)
                .hasMessageMatching("(?s)[a-zA-Z0-9]+ is null.*|.*;.*");
        assertThat(refusal.getMessage()).doesNotContain("because \"", "Cannot ");
    }

    private static Throwable refusal(Executable entry, Object[] arguments) throws ReflectiveOperationException {
        try {
            if (entry instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else {
                ((Method) entry).invoke(null, arguments);
            }
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private static Object smallest(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == double.class) {
            return 0.5;
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }
}
