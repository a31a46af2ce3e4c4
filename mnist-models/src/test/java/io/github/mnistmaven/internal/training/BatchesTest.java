package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.random.SplitMix64;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final Augmentation SOME = Augmentation.NONE
            .withRotation(10)
            .withScale(0.1)
            .withShear(0.1)
            .withShift(1)
            .withElasticDeformation(1);

    @Test
    void givenDigits_whenAnEpochIsIterated_thenEachDigitComesOnceAndTheLastBatchTakesTheRest() {
        // given
        DigitSet digits = numbered(25);

        // when
        List<Batch> batches = epoch(digits, recipe(10, Augmentation.NONE, 0), 1, 1);

        // then
        assertThat(batches).extracting(Batch::size).containsExactly(10, 10, 5);
        Set<Integer> seen = new HashSet<>();
        batches.forEach(batch -> {
            for (int i = 0; i < batch.size(); i++) {
                seen.add(Math.round(batch.pixels()[i * DigitSet.PIXELS] * 255));
            }
        });
        assertThat(seen).hasSize(25);
    }

    @Test
    void givenOneDigitLeftOver_whenAnEpochIsIterated_thenItJoinsTheLastBatch() {
        assertThat(epoch(numbered(21), recipe(10, Augmentation.NONE, 0), 1, 1))
                .extracting(Batch::size)
                .containsExactly(10, 11);
        assertThat(epoch(numbered(5), recipe(10, Augmentation.NONE, 0), 1, 1))
                .extracting(Batch::size)
                .containsExactly(5);
    }

    @Test
    void givenASeed_whenEpochsAreIterated_thenEachHasItsOwnOrderAndTheSeedRepeatsIt() {
        // given
        DigitSet digits = numbered(200);
        Recipe recipe = recipe(200, SOME, 0);

        // when
        float[] first = epoch(digits, recipe, 1, 1).get(0).pixels();
        float[] second = epoch(digits, recipe, 1, 2).get(0).pixels();
        float[] again = epoch(digits, recipe, 1, 1).get(0).pixels();
        float[] otherSeed = epoch(digits, recipe, 2, 1).get(0).pixels();

        // then
        assertThat(again).isEqualTo(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(otherSeed).isNotEqualTo(first);
    }

    @Test
    void givenMoreReplicas_whenTooFewDigitsAreLeftOver_thenTheyJoinTheLastBatch() {
        Recipe recipe = recipe(10, Augmentation.NONE, 0).withReplicas(3);
        assertThat(epoch(numbered(25), recipe, 1, 1)).extracting(Batch::size).containsExactly(3, 3, 4, 5, 5, 5);
        assertThat(epoch(numbered(26), recipe, 1, 1))
                .extracting(Batch::size)
                .containsExactly(3, 3, 4, 3, 3, 4, 2, 2, 2);
    }

    @Test
    void givenReplicas_whenAStepIsTaken_thenTheirPartsAreTheBatchOfOne() {
        // given
        DigitSet digits = numbered(25);
        Recipe recipe = recipe(11, SOME, 0.1);
        int[] all = IntStream.range(0, 25).toArray();

        try (Batches one = new Batches(digits, all, recipe, 1);
                Batches three = new Batches(digits, all, recipe.withReplicas(3), 1)) {
            // when
            Batch whole = one.epoch(1).next().parts().get(0).get();
            Batches.Step step = three.epoch(1).next();
            List<Batch> parts = step.parts().stream().map(Supplier::get).toList();

            // then
            assertThat(step.size()).isEqualTo(11);
            assertThat(parts).extracting(Batch::size).containsExactly(3, 4, 4);
            int from = 0;
            for (Batch part : parts) {
                assertThat(part.pixels())
                        .isEqualTo(Arrays.copyOfRange(
                                whole.pixels(), from * DigitSet.PIXELS, (from + part.size()) * DigitSet.PIXELS));
                assertThat(part.targets())
                        .isEqualTo(Arrays.copyOfRange(whole.targets(), from * 10, (from + part.size()) * 10));
                from += part.size();
            }
        }
    }

    @Test
    void givenAShiftAlone_whenAnImageIsShifted_thenItIsWhatTheGeneralTransformationGives() {
        // given an elastic deformation that is too slight to be seen, which takes the general way
        byte[] image = new byte[DigitSet.PIXELS];
        new Random(1).nextBytes(image);
        for (int seed = 0; seed < 200; seed++) {
            for (double bound : new double[] {0.3, 2, 14}) {
                float[] shifted = new float[DigitSet.PIXELS];
                float[] warped = new float[DigitSet.PIXELS];

                // when
                AffineWarp.random(Augmentation.NONE.withShift(bound), new Random(seed))
                        .apply(image, shifted, 0);
                AffineWarp.random(Augmentation.NONE.withShift(bound).withElasticDeformation(1e-12), new Random(seed))
                        .apply(image, warped, 0);

                // then
                assertThat(shifted).containsExactly(warped, within(2e-4f));
            }
        }
    }

    @Test
    void givenAnotherBatchSize_whenAnEpochIsIterated_thenTheDigitsAreTheSame() {
        // given
        DigitSet digits = numbered(40);

        // when
        float[] whole = epoch(digits, recipe(40, SOME, 0), 1, 3).get(0).pixels();
        List<Batch> parts = epoch(digits, recipe(20, SOME, 0), 1, 3);

        // then
        assertThat(parts.get(0).pixels()).isEqualTo(Arrays.copyOf(whole, 20 * DigitSet.PIXELS));
        assertThat(parts.get(1).pixels())
                .isEqualTo(Arrays.copyOfRange(whole, 20 * DigitSet.PIXELS, 40 * DigitSet.PIXELS));
    }

    @Test
    void givenLabelSmoothing_whenABatchIsMade_thenTheTargetsAreProbabilitiesWithTheRightDigitHighest() {
        // given
        DigitSet digits = numbered(2).slice(1, 2);

        // when
        float[] targets =
                epoch(digits, recipe(2, Augmentation.NONE, 0.1), 1, 1).get(0).targets();

        // then
        assertThat(targets[digits.label(0)]).isEqualTo(0.91f, within(1e-6f));
        for (int digit = 0; digit < 10; digit++) {
            if (digit != digits.label(0)) {
                assertThat(targets[digit]).isEqualTo(0.01f, within(1e-6f));
            }
        }
    }

    @Test
    void givenAnAugmentationWithoutBounds_whenAnImageIsWarped_thenItStaysAsItIs() {
        // given
        byte[] image = new byte[DigitSet.PIXELS];
        image[5 * 28 + 7] = (byte) 255;
        image[27 * 28 + 27] = 51;
        float[] warped = new float[DigitSet.PIXELS];

        // when
        AffineWarp.random(Augmentation.NONE, new Random(1)).apply(image, warped, 0);

        // then
        assertThat(warped[5 * 28 + 7]).isEqualTo(1f);
        assertThat(warped[27 * 28 + 27]).isEqualTo(0.2f);
        assertThat(warped).satisfies(pixels -> assertThat(sum(pixels)).isEqualTo(1.2, within(1e-6)));
    }

    @Test
    void givenASquareInTheMiddle_whenWarped_thenItMovesNoFurtherThanTheBoundsAndKeepsItsInk() {
        // given
        byte[] image = new byte[DigitSet.PIXELS];
        for (int row = 11; row < 17; row++) {
            Arrays.fill(image, row * 28 + 11, row * 28 + 17, (byte) 255);
        }

        for (int seed = 0; seed < 200; seed++) {
            // when
            float[] warped = new float[DigitSet.PIXELS];
            AffineWarp.random(
                            Augmentation.NONE
                                    .withRotation(20)
                                    .withScale(0.1)
                                    .withShear(0.1)
                                    .withShift(2),
                            new Random(SplitMix64.derive(seed)))
                    .apply(image, warped, 0);

            // then
            double ink = sum(warped);
            double x = 0;
            double y = 0;
            for (int i = 0; i < warped.length; i++) {
                x += warped[i] * (i % 28) / ink;
                y += warped[i] * (i / 28) / ink;
            }
            assertThat(ink).isBetween(36 * 0.75, 36 * 1.3);
            assertThat(x).isBetween(13.5 - 2.5, 13.5 + 2.5);
            assertThat(y).isBetween(13.5 - 2.5, 13.5 + 2.5);
        }
    }

    @Test
    void givenBoundsOfOneKind_whenWarped_thenOnlyThatTransformationIsApplied() {
        // given a dot to the right of the middle
        byte[] image = new byte[DigitSet.PIXELS];
        for (int row = 13; row <= 14; row++) {
            Arrays.fill(image, row * 28 + 20, row * 28 + 22, (byte) 255);
        }

        for (int seed = 0; seed < 100; seed++) {
            // when
            double[] rotated = centre(image, Augmentation.NONE.withRotation(90), seed);
            double[] scaled = centre(image, Augmentation.NONE.withScale(0.5), seed);
            double[] shifted = centre(image, Augmentation.NONE.withShift(3), seed);

            // then
            assertThat(Math.hypot(rotated[0], rotated[1])).isEqualTo(7, within(0.2));
            assertThat(scaled[0]).isBetween(3.3, 10.7);
            assertThat(scaled[1]).isEqualTo(0, within(0.05));
            assertThat(shifted[0]).isBetween(3.9, 10.1);
        }
        assertThat(spread(image, Augmentation.NONE.withRotation(90), 1)).isGreaterThan(6);
        assertThat(spread(image, Augmentation.NONE.withScale(0.5), 0)).isGreaterThan(4);
        assertThat(spread(image, Augmentation.NONE.withShift(3), 1)).isGreaterThan(4);
    }

    @Test
    void givenElasticDeformation_whenWarped_thenDistantDotsMoveApartButNeighboursTogether() {
        // given
        Augmentation deformation = Augmentation.NONE.withElasticDeformation(3);
        double furthest = 0;
        double[] stretched = new double[100];

        for (int seed = 0; seed < 100; seed++) {
            // when
            double[] left = centre(dot(8), deformation, seed);
            double[] besideIt = centre(dot(9), deformation, seed);
            double[] right = centre(dot(20), deformation, seed);

            // then
            furthest = Math.max(furthest, Math.hypot(left[0] + 5.0, left[1]));
            assertThat(besideIt[0] - left[0]).isBetween(0.3, 1.9);
            assertThat(besideIt[1] - left[1]).isBetween(-0.9, 0.9);
            stretched[seed] = right[0] - left[0];
        }
        assertThat(furthest).isBetween(1.0, Math.hypot(3, 3));
        Arrays.sort(stretched);
        assertThat(stretched[99] - stretched[0]).isGreaterThan(2);
    }

    @Test
    void givenEachPixel_whenDeformed_thenTheWeightsOfTheControlPointsAroundItSumToOne() {
        // given
        float[] moves = new float[DigitSet.COLUMNS];
        Random upwards = new Random() {
            @Override
            public double nextDouble() {
                return 1;
            }
        };
        ElasticDeformation deformation = ElasticDeformation.random(2, upwards);

        for (int row = 0; row < DigitSet.ROWS; row++) {
            // when
            deformation.row(row, moves);

            // then
            assertThat(moves).containsOnly(new float[] {2}, within(1e-5f));
        }
    }

    @Test
    void givenABoundOfTheStrokeWidth_whenApplied_thenStrokesBecomeThickerAndThinnerByUpToThatAndStayWhereTheyAre() {
        // given an upright stroke, three pixels wide
        float[] stroke = new float[DigitSet.PIXELS];
        for (int row = 4; row < 24; row++) {
            Arrays.fill(stroke, row * 28 + 13, row * 28 + 16, 1);
        }
        double[] widths = new double[200];
        for (int seed = 0; seed < widths.length; seed++) {
            // when, between pixels that belong to other images
            float[] pixels = new float[3 * DigitSet.PIXELS];
            System.arraycopy(stroke, 0, pixels, DigitSet.PIXELS, DigitSet.PIXELS);
            StrokeWidth.random(Augmentation.NONE.withStrokeWidth(1.5), new Random(SplitMix64.derive(seed)))
                    .apply(pixels, DigitSet.PIXELS);

            // then
            double x = 0;
            for (int column = 0; column < DigitSet.COLUMNS; column++) {
                float ink = pixels[DigitSet.PIXELS + 14 * 28 + column];
                widths[seed] += ink;
                x += column * ink;
            }
            assertThat(x / widths[seed]).isEqualTo(14, within(1e-5));
            float[] image = Arrays.copyOfRange(pixels, DigitSet.PIXELS, 2 * DigitSet.PIXELS);
            assertThat(image[14 * 28 + 14]).isEqualTo(1);
            assertThat(Arrays.copyOf(pixels, DigitSet.PIXELS)).containsOnly(0);
            assertThat(Arrays.copyOfRange(pixels, 2 * DigitSet.PIXELS, 3 * DigitSet.PIXELS))
                    .containsOnly(0);
        }
        Arrays.sort(widths);
        assertThat(widths[0]).isBetween(1.5, 1.6);
        assertThat(widths[100]).isBetween(2.7, 3.3);
        assertThat(widths[199]).isBetween(4.4, 4.5);
    }

    @Test
    void givenAThinFaintStroke_whenMadeThinner_thenItsMostInkedPixelStaysAsInked() {
        for (int seed = 0; seed < 100; seed++) {
            // given
            float[] pixels = new float[DigitSet.PIXELS];
            Arrays.fill(pixels, 14 * 28 + 5, 14 * 28 + 20, 0.5f);

            // when
            StrokeWidth.random(Augmentation.NONE.withStrokeWidth(1.9), new Random(SplitMix64.derive(seed)))
                    .apply(pixels, 0);

            // then
            float most = 0;
            for (float pixel : pixels) {
                assertThat(pixel).isBetween(0f, 1f);
                most = Math.max(most, pixel);
            }
            assertThat(most).isEqualTo(0.5f, within(1e-6f));
        }
    }

    @Test
    void givenABlankImage_whenItsStrokesAreMadeThinner_thenItStaysBlank() {
        for (int seed = 0; seed < 20; seed++) {
            float[] pixels = new float[DigitSet.PIXELS];
            StrokeWidth.random(Augmentation.NONE.withStrokeWidth(2), new Random(SplitMix64.derive(seed)))
                    .apply(pixels, 0);
            assertThat(pixels).containsOnly(0);
        }
    }

    private static byte[] dot(int column) {
        byte[] image = new byte[DigitSet.PIXELS];
        for (int row = 13; row <= 14; row++) {
            Arrays.fill(image, row * 28 + column, row * 28 + column + 2, (byte) 255);
        }
        return image;
    }

    @Test
    void givenADigitThatIsNotThere_whenItsBatchIsDue_thenTheExceptionIsThatOfTheDigitSet() {
        try (Batches batches = new Batches(numbered(3), new int[] {7}, recipe(2, Augmentation.NONE, 0), 1)) {
            assertThatThrownBy(() -> batches.epoch(1).next()).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    /** How far apart the results of a hundred seeds lie, in pixels. */
    private static double spread(byte[] image, Augmentation bounds, int axis) {
        double[] all = new double[100];
        Arrays.setAll(all, seed -> centre(image, bounds, seed)[axis]);
        Arrays.sort(all);
        return all[99] - all[0];
    }

    /** Of the ink, from the middle of the image, in pixels to the right and down. */
    private static double[] centre(byte[] image, Augmentation bounds, long seed) {
        float[] warped = new float[DigitSet.PIXELS];
        AffineWarp.random(bounds, new Random(SplitMix64.derive(seed))).apply(image, warped, 0);
        double ink = sum(warped);
        double x = 0;
        double y = 0;
        for (int i = 0; i < warped.length; i++) {
            x += warped[i] * (i % 28) / ink;
            y += warped[i] * (i / 28) / ink;
        }
        return new double[] {x - 13.5, y - 13.5};
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static List<Batch> epoch(DigitSet digits, Recipe recipe, long seed, int number) {
        List<Batch> all = new ArrayList<>();
        try (Batches batches =
                new Batches(digits, IntStream.range(0, digits.size()).toArray(), recipe, seed)) {
            batches.epoch(number)
                    .forEachRemaining(
                            step -> step.parts().stream().map(Supplier::get).forEach(all::add));
        }
        return all;
    }

    private static Recipe recipe(int batchSize, Augmentation augmentation, double labelSmoothing) {
        return Recipe.DEFAULT
                .withEpochs(1)
                .withBatchSize(batchSize)
                .withSchedule(Schedule.constant(0.001))
                .withAugmentation(augmentation)
                .withLabelSmoothing(labelSmoothing);
    }

    /** Digits whose first pixel is their number. */
    private static DigitSet numbered(int size) {
        byte[] pixels = new byte[size * DigitSet.PIXELS];
        byte[] labels = new byte[size];
        for (int i = 0; i < size; i++) {
            pixels[i * DigitSet.PIXELS] = (byte) i;
            pixels[i * DigitSet.PIXELS + 400] = (byte) 200;
            labels[i] = (byte) (i % 10);
        }
        return DigitSet.of(pixels, labels);
    }
}
