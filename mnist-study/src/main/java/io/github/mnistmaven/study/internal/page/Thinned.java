package io.github.mnistmaven.study.internal.page;

import java.util.List;
import java.util.stream.IntStream;

/** Of long lists, as many entries as a page bears: a training may have 10,000 epochs. */
final class Thinned {

    private static final int MAX = 100;

    private Thinned() {}

    /**
     * Evenly chosen entries, with the last one and one that must not be missing.
     *
     * @param all the list
     * @param kept the index of the entry that must not be missing
     */
    static <T> List<T> of(List<T> all, int kept) {
        int every = (all.size() + MAX - 1) / MAX;
        return IntStream.range(0, all.size())
                .filter(i -> i % every == 0 || i == kept || i == all.size() - 1)
                .mapToObj(all::get)
                .toList();
    }
}
