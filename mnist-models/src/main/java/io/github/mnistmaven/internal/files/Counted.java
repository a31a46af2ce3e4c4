package io.github.mnistmaven.internal.files;

import java.util.Locale;

/** A number of things in words: in a message, one of something is never said in the plural. */
public final class Counted {

    private Counted() {}

    /**
     * Says how many there are.
     *
     * @param count how many
     * @param noun what they are, in the singular; its plural has an s
     * @return such as {@code 1 seed} or {@code 2 seeds}
     */
    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    /**
     * Says how many there are, and what they do or are.
     *
     * @param count how many
     * @param one what is said of a single one
     * @param several what is said of none or several
     * @return such as {@code 1 run was}
     */
    public static String of(long count, String one, String several) {
        return String.format(Locale.ROOT, "%d %s", count, count == 1 ? one : several);
    }
}
