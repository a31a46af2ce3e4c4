package io.github.mnistmaven.internal.networks;

import io.github.mnistmaven.training.EngineUnavailableException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/** Code that is called here but was written elsewhere: that of an architecture that a user added. It may throw anything. */
public final class ForeignCode {

    private static final String OURS = "io.github.mnistmaven.";

    /** Classes of the JDK and the engine, which tell users nothing about where their own code failed. */
    private static final String[] FAMILIAR = {"java.", "javax.", "jdk.", "sun.", "ai.djl."};

    private ForeignCode() {}

    /**
     * Calls it.
     *
     * @param <T> what it gives
     * @param code to call
     * @param failure turns what the code threw into what this throws
     * @return what the code gave
     * @throws OutOfMemoryError unchanged, as whoever happens to ask for the last bit of memory is not to blame
     * @throws EngineUnavailableException unchanged, as the first to use the engine is not to blame either
     */
    public static <T> T call(Supplier<T> code, Function<Throwable, ? extends RuntimeException> failure) {
        try {
            return code.get();
        } catch (OutOfMemoryError | EngineUnavailableException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw failure.apply(e);
        }
    }

    /**
     * What was thrown, in words.
     *
     * @param thrown by foreign code
     * @return such as {@code java.lang.ArithmeticException: / by zero, at com.example.MyNet.newBlock(MyNet.java:12)}
     */
    public static String describe(Throwable thrown) {
        // The engine's messages may go on with lines of its own source.
        String what = thrown.toString().lines().findFirst().orElse("");
        return Arrays.stream(thrown.getStackTrace())
                .takeWhile(frame -> !frame.getClassName().startsWith(OURS))
                .filter(frame -> !isFamiliar(frame))
                .findFirst()
                .map(frame -> "%s, at %s".formatted(what, frame))
                .orElse(what);
    }

    private static boolean isFamiliar(StackTraceElement frame) {
        return Arrays.stream(FAMILIAR).anyMatch(frame.getClassName()::startsWith);
    }
}
