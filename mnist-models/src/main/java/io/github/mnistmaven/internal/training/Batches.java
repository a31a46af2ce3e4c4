package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.random.SplitMix64;
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
 * The training digits, shuffled anew and augmented anew for each epoch, in batches. The next batch is assembled on a
 * separate thread while the engine works on the current one.
 *
 * <p>The order of an epoch depends on the seed and the epoch alone, the augmentation of a digit on the seed, the epoch
 * and
 * the digit alone, so neither threads nor earlier epochs change what a network sees.
 */
public final class Batches implements AutoCloseable {

    private static final int ORDER = 1;
    private static final int AUGMENTATION = 2;

    private final DigitSet digits;
    private final int[] indices;
    private final Recipe recipe;
    private final long seed;
    private final ExecutorService assembler = Executors.newSingleThreadExecutor(Batches::daemon);

    /**
     * Batches of some digits.
     *
     * @param digits the whole set
     * @param indices of the digits to train on
     * @param recipe batch size, augmentation and label smoothing
     * @param seed that all random choices derive from
     */
    public Batches(DigitSet digits, int[] indices, Recipe recipe, long seed) {
        this.digits = digits;
        this.indices = indices.clone();
        this.recipe = recipe;
        this.seed = seed;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mnist-batches");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Batches of an epoch. A single digit left over joins the last batch, as batch norm cannot be trained on one.
     *
     * @return at least 1
     */
    public int steps() {
        int left = indices.length % recipe.batchSize();
        return Math.max(1, indices.length / recipe.batchSize() + (left > 1 ? 1 : 0));
    }

    /**
     * All digits to train on, once each, in {@link #steps} batches.
     *
     * @param number of the epoch, from 1
     * @return the batches, of which the next one is assembled ahead
     */
    public Iterator<Batch> epoch(int number) {
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
        int[] order = indices.clone();
        Random random = new Random(SplitMix64.derive(seed, ORDER, epoch));
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
        int to = step == steps() - 1 ? indices.length : from + recipe.batchSize();
        float[] pixels = new float[(to - from) * DigitSet.PIXELS];
        float[] targets = new float[(to - from) * DigitSet.CLASSES];
        float elsewhere = (float) (recipe.labelSmoothing() / DigitSet.CLASSES);
        Arrays.fill(targets, elsewhere);
        byte[] image = new byte[DigitSet.PIXELS];
        for (int i = from; i < to; i++) {
            int digit = order[i];
            digits.copyImage(digit, image, 0);
            augment(image, epoch, digit, pixels, (i - from) * DigitSet.PIXELS);
            targets[(i - from) * DigitSet.CLASSES + digits.label(digit)] =
                    (float) (1 - recipe.labelSmoothing()) + elsewhere;
        }
        return new Batch(to - from, pixels, targets);
    }

    private void augment(byte[] image, int epoch, int digit, float[] pixels, int offset) {
        if (recipe.augmentation().isNone()) {
            Inference.scale(image, pixels, offset);
        } else {
            Random random = new Random(SplitMix64.derive(seed, AUGMENTATION, epoch, digit));
            AffineWarp.random(recipe.augmentation(), random).apply(image, pixels, offset);
        }
    }

    @Override
    public void close() {
        assembler.shutdownNow();
    }
}
