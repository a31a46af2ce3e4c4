package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.random.SplitMix64;
import io.github.mnistmaven.recipe.Recipe;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The training digits, shuffled anew and augmented anew for each epoch, in batches.
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
     * Batches of an epoch. What is left over joins the last batch if it is less than two digits for each replica, as batch norm cannot
     * be trained on one.
     *
     * @return at least 1
     */
    public int steps() {
        int left = indices.length % recipe.batchSize();
        return Math.max(1, indices.length / recipe.batchSize() + (left >= 2 * recipe.replicas() ? 1 : 0));
    }

    /**
     * One step of an epoch.
     *
     * @param size how many digits
     * @param parts give one part of the batch for each replica; together, all of it
     */
    public record Step(int size, List<Supplier<Batch>> parts) {}

    /**
     * All digits to train on, once each, in {@link #steps} steps. With a single replica, the next batch is assembled while the engine works on
     * the current one; several replicas each assemble their part when they ask for it, so that all of them are busy alike.
     *
     * @param number of the epoch, from 1
     * @return the steps
     */
    public Iterator<Step> epoch(int number) {
        int[] order = shuffled(number);
        return recipe.replicas() == 1 ? ahead(number, order) : inParts(number, order);
    }

    private Iterator<Step> inParts(int number, int[] order) {
        int replicas = recipe.replicas();
        return IntStream.range(0, steps())
                .mapToObj(step -> {
                    int from = step * recipe.batchSize();
                    int size = end(step) - from;
                    List<Supplier<Batch>> parts = IntStream.range(0, replicas)
                            .<Supplier<Batch>>mapToObj(i -> () -> assemble(
                                    number, order, from + size * i / replicas, from + size * (i + 1) / replicas))
                            .toList();
                    return new Step(size, parts);
                })
                .iterator();
    }

    private Iterator<Step> ahead(int number, int[] order) {
        return new Iterator<>() {
            private int step = 0;
            private Future<Batch> ahead = assembler.submit(() -> assemble(number, order, 0, end(0)));

            @Override
            public boolean hasNext() {
                return step < steps();
            }

            @Override
            public Step next() {
                Batch batch = await(ahead);
                step++;
                if (hasNext()) {
                    int following = step;
                    ahead = assembler.submit(
                            () -> assemble(number, order, following * recipe.batchSize(), end(following)));
                }
                return new Step(batch.size(), List.of(() -> batch));
            }
        };
    }

    /** After the last digit of a step. */
    private int end(int step) {
        return step == steps() - 1 ? indices.length : (step + 1) * recipe.batchSize();
    }

    private static Batch await(Future<Batch> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while training");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            // To assemble throws no checked exception.
            throw (RuntimeException) e.getCause();
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

    private Batch assemble(int epoch, int[] order, int from, int to) {
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
            StrokeWidth.random(recipe.augmentation(), random).apply(pixels, offset);
        }
    }

    @Override
    public void close() {
        assembler.shutdownNow();
    }
}
