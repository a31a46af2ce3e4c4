package io.github.mnistmaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever hands over null learns from the message which argument it was. Tried out are all public constructors and static methods of a
 * module, and the methods of the objects that a module gives as samples: each argument by itself, beside samples for the others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class NullArgumentsTest {

    /** More than any combination of samples needs here. */
    private static final int MAX_TRIALS = 100_000;

    private static final List<Object> PRIMITIVES = List.of(1, 1L, 0.5, Boolean.FALSE);

    private List<Object> samples;

    /**
     * Values to hand over, and to call methods of.
     *
     * @return several of a type where not each is right everywhere
     */
    protected abstract List<Object> samples();

    /**
     * What is not tried out.
     *
     * @return such as {@code TrainedModel.load}
     */
    protected List<String> exempt() {
        return List.of();
    }

    /**
     * An argument that is null.
     *
     * @param receiver whose method it is; null for constructors and static methods
     * @param entry what is called
     * @param position of the argument
     */
    public record NullArgument(Object receiver, Executable entry, int position) {

        /** What the message has to name; of records only, as the compiler forgets the others. */
        private Optional<String> name() {
            RecordComponent[] components = entry.getDeclaringClass().getRecordComponents();
            boolean canonical = entry instanceof Constructor
                    && components != null
                    && Arrays.equals(
                            entry.getParameterTypes(),
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray());
            return canonical ? Optional.of(components[position].getName()) : Optional.empty();
        }

        private String place() {
            String type = entry.getDeclaringClass().getName();
            String name = type.substring(type.lastIndexOf('.') + 1);
            return entry instanceof Constructor ? name : name + "." + entry.getName();
        }

        @Override
        public String toString() {
            return "%s(%s), argument %d"
                    .formatted(
                            place(),
                            String.join(
                                    ", ",
                                    Arrays.stream(entry.getParameterTypes())
                                            .map(Class::getSimpleName)
                                            .toList()),
                            position + 1);
        }
    }

    public Stream<NullArgument> arguments() {
        samples = samples();
        Stream<NullArgument> entries = HouseRule.module().stream()
                .filter(type -> !type.getPackageName().contains(".internal"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::reflect)
                .filter(type -> !Throwable.class.isAssignableFrom(type) && !type.isEnum())
                .flatMap(type -> Stream.concat(
                        Modifier.isAbstract(type.getModifiers()) ? Stream.of() : Arrays.stream(type.getConstructors()),
                        Arrays.stream(type.getMethods()).filter(method -> Modifier.isStatic(method.getModifiers()))))
                .map(Executable.class::cast)
                .flatMap(entry -> nulls(null, entry));
        Set<String> own = HouseRule.module().stream().map(JavaClass::getName).collect(Collectors.toSet());
        Stream<NullArgument> methods = samples.stream()
                .filter(sample -> own.contains(sample.getClass().getName())
                        && Modifier.isPublic(sample.getClass().getModifiers()))
                .flatMap(sample -> Arrays.stream(sample.getClass().getMethods())
                        .filter(method -> method.getDeclaringClass().getName().startsWith(HouseRule.ROOT)
                                && !Modifier.isStatic(method.getModifiers())
                                && !method.getName().equals("equals"))
                        .flatMap(method -> nulls(sample, method)));
        return Stream.concat(entries, methods).filter(argument -> !exempt().contains(argument.place()));
    }

    private static Stream<NullArgument> nulls(Object receiver, Executable entry) {
        return IntStream.range(0, entry.getParameterCount())
                .filter(i -> !entry.getParameterTypes()[i].isPrimitive())
                .mapToObj(i -> new NullArgument(receiver, entry, i));
    }

    @ParameterizedTest
    @MethodSource("arguments")
    public void givenNullForOneArgument_whenCalled_thenTheMessageNamesIt(NullArgument argument) throws Exception {
        // given
        List<List<Object>> candidates = candidates(argument);
        Set<String> otherRefusals = new LinkedHashSet<>();

        for (int trial = 0; trial < trials(candidates); trial++) {
            // when
            Throwable refusal = refusal(argument, combination(candidates, trial));

            // then
            assertThat(refusal).as("refusal of null by %s", argument).isNotNull();
            if (refusal instanceof NullPointerException) {
                assertThat(refusal.getMessage())
                        .as("message of %s", argument)
                        .matches("(?s)[a-zA-Z0-9]+ is null.*")
                        .startsWith(argument.name().orElse(""));
                return;
            }
            otherRefusals.add(refusal.toString());
        }
        assertThat(otherRefusals)
                .as("refusals of samples by %s; more are needed", argument)
                .isEmpty();
        throw new AssertionError("there are no samples for the other arguments of " + argument);
    }

    private List<List<Object>> candidates(NullArgument argument) {
        List<List<Object>> candidates = new ArrayList<>();
        for (int i = 0; i < argument.entry().getParameterCount(); i++) {
            Class<?> type = argument.entry().getParameterTypes()[i];
            candidates.add(
                    i == argument.position()
                            ? Arrays.asList((Object) null)
                            : Stream.of(PRIMITIVES, samples)
                                    .flatMap(Collection::stream)
                                    .filter(sample -> boxed(type).isInstance(sample))
                                    .toList());
        }
        return candidates;
    }

    private static int trials(List<List<Object>> candidates) {
        long all = candidates.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(MAX_TRIALS, a * b));
        return (int) all;
    }

    private static Object[] combination(List<List<Object>> candidates, int trial) {
        Object[] combination = new Object[candidates.size()];
        int rest = trial;
        for (int i = 0; i < combination.length; i++) {
            List<Object> choice = candidates.get(i);
            combination[i] = choice.get(rest % choice.size());
            rest /= choice.size();
        }
        return combination;
    }

    private static Throwable refusal(NullArgument argument, Object[] arguments) throws ReflectiveOperationException {
        try {
            if (argument.entry() instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else {
                ((Method) argument.entry()).invoke(argument.receiver(), arguments);
            }
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private static Class<?> boxed(Class<?> type) {
        if (type == int.class) {
            return Integer.class;
        }
        if (type == long.class) {
            return Long.class;
        }
        if (type == double.class) {
            return Double.class;
        }
        return type == boolean.class ? Boolean.class : type;
    }
}
