package io.github.mnistmaven.training;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Recipe;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The training digits, shuffled anew and varied anew for each epoch, in batches. The next batch is assembled on a thread
 * of its own while the engine works on this one.
 *
 * <p>The order of an epoch depends on the seed and the epoch alone, the variation of a digit on the seed, the epoch and
 * the digit alone, so neither threads nor earlier epochs change what a network sees.
 */
final class Batches implements AutoCloseable {

    private static final int ORDER = 1;
    private static final int VARIATION = 2;

    private final DigitSet digits;
    private final Recipe recipe;
    private final long seed;
    private final ExecutorService assembler = Executors.newSingleThreadExecutor(Batches::daemon);

    Batches(DigitSet digits, Recipe recipe, long seed) {
        this.digits = digits;
        this.recipe = recipe;
        this.seed = seed;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mnist-batches");
        thread.setDaemon(true);
        return thread;
    }

    /** Batches of an epoch. A single digit left over joins the last batch, as batch norm cannot learn from one. */
    int steps() {
        int left = digits.size() % recipe.batchSize();
        return Math.max(1, digits.size() / recipe.batchSize() + (left > 1 ? 1 : 0));
    }

    /** All digits once, in {@link #steps} batches. */
    Iterator<Batch> epoch(int number) {
        int[] order = shuffled(number);
        return new Iterator<>() {
            private int step = 0;
            private Future<Batch> ahead = assembler.submit(() -> assemble(number, order, 0));

            @Override
            public boolean hasNext() {
                return step < steps();
            }

            @Override
            public Batch next() {
                Batch batch = await(ahead);
                step++;
                if (hasNext()) {
                    int following = step;
                    ahead = assembler.submit(() -> assemble(number, order, following));
                }
                return batch;
            }
        };
    }

    private static Batch await(Future<Batch> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while training");
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private int[] shuffled(int epoch) {
        int[] order = new int[digits.size()];
        Arrays.setAll(order, i -> i);
        Random random = new Random(Seeds.derive(seed, ORDER, epoch));
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    private Batch assemble(int epoch, int[] order, int step) {
        int from = step * recipe.batchSize();
        int to = step == steps() - 1 ? digits.size() : from + recipe.batchSize();
        float[] pixels = new float[(to - from) * DigitSet.PIXELS];
        float[] targets = new float[(to - from) * DigitSet.CLASSES];
        float elsewhere = (float) (recipe.labelSmoothing() / DigitSet.CLASSES);
        Arrays.fill(targets, elsewhere);
        byte[] image = new byte[DigitSet.PIXELS];
        for (int i = from; i < to; i++) {
            int digit = order[i];
            digits.copyImage(digit, image, 0);
            vary(image, epoch, digit, pixels, (i - from) * DigitSet.PIXELS);
            targets[(i - from) * DigitSet.CLASSES + digits.label(digit)] =
                    (float) (1 - recipe.labelSmoothing()) + elsewhere;
        }
        return new Batch(to - from, pixels, targets);
    }

    private void vary(byte[] image, int epoch, int digit, float[] pixels, int offset) {
        if (recipe.augmentation().isNone()) {
            Inference.scale(image, pixels, offset);
        } else {
            Random random = new Random(Seeds.derive(seed, VARIATION, epoch, digit));
            Warp.random(recipe.augmentation(), random).apply(image, pixels, offset);
        }
    }

    @Override
    public void close() {
        assembler.shutdownNow();
    }
}
