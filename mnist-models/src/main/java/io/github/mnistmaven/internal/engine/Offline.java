package io.github.mnistmaven.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps DJL off the network while the engine starts, unless the user has decided otherwise: it would report home, and download
 * what it does not find on the class path. Only meanwhile, as a program may use DJL for other things, and let it download them.
 */
final class Offline {

    private static final String OFFLINE = "ai.djl.offline";
    private static final String OFFLINE_VARIABLE = "DJL_OFFLINE";
    private static final String NO_REPORT = "OPT_OUT_TRACKING";

    private Offline() {}

    static <T> T during(Supplier<T> start) {
        List<String> set = new ArrayList<>();
        if (isUndecided(OFFLINE, OFFLINE_VARIABLE)) {
            set.add(OFFLINE);
        }
        if (isUndecided(NO_REPORT, NO_REPORT)) {
            set.add(NO_REPORT);
        }
        set.forEach(property -> System.setProperty(property, "true"));
        try {
            return start.get();
        } finally {
            set.forEach(System::clearProperty);
        }
    }

    private static boolean isUndecided(String property, String variable) {
        return System.getenv(variable) == null && System.getProperty(property) == null;
    }
}
