package io.github.mnistmaven.plugin.worker;

import io.github.mnistmaven.plugin.protocol.Event;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is said when code that the worker calls, such as that of a user's architecture, ends the worker's process with
 * {@link System#exit}: its exit code alone would be taken for that of something else.
 */
final class UnexpectedExit {

    private UnexpectedExit() {}

    /** From now on, an exit before the final event is reported. A JVM that lacks memory, crashes or is killed runs no hooks. */
    static void reportTo(EventChannel channel) {
        Thread hook = new Thread(() -> exitingStack().ifPresent(stack -> report(stack, channel)), "mnist-worker-exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void report(StackTraceElement[] stack, EventChannel channel) {
        caller(stack).ifPresent(caller -> {
            Throwable exit = new Throwable("System.exit was called");
            exit.setStackTrace(stack);
            exit.printStackTrace(); // To the log. A logger may have been shut down by now.
            channel.send(new Event.Failed(
                    "%s called System.exit, which ended the worker before it was done. Code that runs in the worker, such as an architecture's, must not end it: to report an error, throw an exception"
                            .formatted(withoutLoader(caller)),
                    false));
        });
    }

    /** As in the stack trace of an exception; that of a running thread also names class loaders. */
    private static StackTraceElement withoutLoader(StackTraceElement frame) {
        return new StackTraceElement(
                frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
    }

    /** The code that called for the exit; nothing if it was a signal, or the worker itself. */
    private static Optional<StackTraceElement> caller(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .dropWhile(frame -> !isExit(frame))
                .dropWhile(UnexpectedExit::isExit)
                .findFirst()
                .filter(frame -> !frame.getClassName().startsWith("java.lang.Terminator"))
                .filter(frame -> !frame.getClassName().equals(WorkerMain.class.getName()));
    }

    private static Optional<StackTraceElement[]> exitingStack() {
        return Thread.getAllStackTraces().values().stream()
                .filter(UnexpectedExit::isWaitingForHooks)
                .findFirst();
    }

    /** Whoever exits waits until all hooks have run. Others that exit meanwhile wait for the lock. */
    private static boolean isWaitingForHooks(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.ApplicationShutdownHooks"));
    }

    private static boolean isExit(StackTraceElement frame) {
        return frame.getMethodName().equals("exit")
                && (frame.getClassName().equals("java.lang.Shutdown")
                        || frame.getClassName().equals("java.lang.Runtime")
                        || frame.getClassName().equals("java.lang.System"));
    }
}
