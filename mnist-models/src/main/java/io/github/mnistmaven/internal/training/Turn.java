package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.internal.engine.EngineThreads;
import io.github.mnistmaven.provenance.Platform;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Trainings take turns, as the engine has one random generator per process. While it is its turn, a
 * training also has the number of threads that it asked for.
 */
public final class Turn {

    private static final ReentrantLock LOCK = new ReentrantLock();

    private Turn() {}

    /**
     * Waits for its turn and trains.
     *
     * @param <T> what comes of it
     * @param threads that the engine computes with meanwhile; if empty, as many as before, up to what can be recorded
     * @param training what to do
     * @return what came of it
     * @throws CancellationException if the thread is interrupted before it is its turn
     */
    public static <T> T take(OptionalInt threads, Supplier<T> training) {
        try {
            LOCK.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted before training began");
        }
        try {
            int before = EngineThreads.current();
            int number = threads.orElse(Math.min(before, Platform.MAX_THREADS));
            return number == before ? training.get() : EngineThreads.with(number, training);
        } finally {
            LOCK.unlock();
        }
    }
}
