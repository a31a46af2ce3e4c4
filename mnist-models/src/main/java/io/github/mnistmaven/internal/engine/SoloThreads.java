package io.github.mnistmaven.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads that each compute alone, with a single thread of the engine. In networks this small, threads that share every operation
 * wait for each other most of the time; it is faster to have each of them do a part of the work from beginning to end. And what comes of a
 * part does not depend on how many threads there are.
 *
 * <p>The thread that makes this is one of them, and the one to close it.
 */
public final class SoloThreads implements AutoCloseable {

    private final int before = EngineThreads.current();
    private final int others;
    private final ExecutorService threads;

    /**
     * Starts threads.
     *
     * @param number of threads, the calling one included; at least 1
     */
    public SoloThreads(int number) {
        EngineThreads.beginSolo();
        EngineThreads.set(1);
        others = number - 1;
        threads = Executors.newFixedThreadPool(Math.max(1, others), SoloThreads::daemon);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mnist-solo");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does tasks, as many at a time as there are threads. Waits for all of them, also if one fails or the calling thread is interrupted: they
     * use arrays of the engine that are freed afterwards.
     *
     * @param <T> what comes of each
     * @param tasks to do
     * @return what came of them, in the same order
     * @throws RuntimeException or {@link Error}, that of the first task that failed
     */
    public <T> List<T> all(List<Supplier<T>> tasks) {
        AtomicInteger next = new AtomicInteger();
        Throwable[] failures = new Throwable[tasks.size()];
        List<T> results = new ArrayList<>(tasks.stream().map(task -> (T) null).toList());
        Runnable work = () -> {
            for (int task = next.getAndIncrement(); task < failures.length; task = next.getAndIncrement()) {
                try {
                    results.set(task, tasks.get(task).get());
                } catch (RuntimeException | Error e) {
                    failures[task] = e;
                }
            }
        };
        CompletableFuture<?>[] begun = new CompletableFuture<?>[Math.min(others, tasks.size() - 1)];
        Arrays.setAll(begun, i -> CompletableFuture.runAsync(work, threads));
        work.run();
        CompletableFuture.allOf(begun).join();
        for (Throwable failure : failures) {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdown();
        EngineThreads.endSolo();
        EngineThreads.set(before);
    }
}
