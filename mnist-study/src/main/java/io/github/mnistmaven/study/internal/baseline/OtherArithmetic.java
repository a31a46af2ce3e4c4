package io.github.mnistmaven.study.internal.baseline;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.List;
import java.util.Optional;

/**
 * Operations of the engine that gave other results on one platform than on another: why bits differ that were to be the same.
 *
 * @param operations their names, at least one
 */
public record OtherArithmetic(List<String> operations) {

    private static final String FIELD = "arithmetic.";
    private static final int NAMED = 3;

    /**
     * Takes a copy.
     *
     * @param operations their names, at least one
     */
    public OtherArithmetic {
        operations = Bounds.copyOf("operations", operations);
    }

    /**
     * What differs between two platforms.
     *
     * @param operations that differ
     * @return nothing if there are none
     */
    public static Optional<OtherArithmetic> of(List<String> operations) {
        return Optional.of(new OtherArithmetic(operations))
                .filter(arithmetic -> !arithmetic.operations().isEmpty());
    }

    /**
     * What differs between two platforms.
     *
     * @param fields the places of all that differs
     * @return nothing if no operations are among it
     */
    public static Optional<OtherArithmetic> ofFields(List<String> fields) {
        Bounds.requirePresent("fields", fields);
        return of(fields.stream()
                .filter(OtherArithmetic::isOperation)
                .map(field -> field.substring(FIELD.length()))
                .toList());
    }

    /**
     * Whether it is an operation that differs.
     *
     * @param field the place of something that differs
     * @return false if it is anything else of a platform
     */
    public static boolean isOperation(String field) {
        Bounds.requirePresent("field", field);
        return field.startsWith(FIELD);
    }

    /**
     * What this is, in words.
     *
     * @param here where, such as {@code here}
     * @param there where else, such as {@code for the baseline}
     * @return a sentence without a full stop
     */
    public String sentence(String here, String there) {
        List<String> named = operations.subList(0, Math.min(NAMED, operations.size()));
        int more = operations.size() - named.size();
        return "The engine gives different results %s than %s in: %s%s"
                .formatted(
                        here,
                        there,
                        String.join("; ", named),
                        more == 0 ? "" : "; and %d more %s".formatted(more, more == 1 ? "operation" : "operations"));
    }
}
