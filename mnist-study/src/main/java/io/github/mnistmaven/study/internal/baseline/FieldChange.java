package io.github.mnistmaven.study.internal.baseline;

import io.github.mnistmaven.internal.files.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A field that differs between two values of one type, as they stand in files.
 *
 * @param field its place, such as {@code recipe.epochs}
 * @param before what it was; empty if it is new
 * @param now what it is; empty if it is gone
 */
public record FieldChange(String field, String before, String now) {

    /**
     * What differs between two values of one type, as they stand in files.
     *
     * @param before for the left side
     * @param now for the right side
     * @return the fields that differ, by name
     */
    public static List<FieldChange> between(Object before, Object now) {
        SortedMap<String, String> old = Json.fields(before);
        SortedMap<String, String> current = Json.fields(now);
        TreeSet<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(current.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            String a = old.getOrDefault(field, "");
            String b = current.getOrDefault(field, "");
            if (!a.equals(b)) {
                changes.add(new FieldChange(field, a, b));
            }
        }
        return changes;
    }
}
