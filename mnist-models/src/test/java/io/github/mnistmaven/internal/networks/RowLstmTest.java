package io.github.mnistmaven.internal.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowLstmTest {

    private static final int UNITS = 5;

    private final NDManager manager = NDManager.newBaseManager();
    private final RowLstm block = new RowLstm(UNITS, RowLstm.Readout.LAST_STATE);

    @BeforeEach
    void initialize() {
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 28, 28));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void givenRowsWithBlankOnesAmongThem_whenRead_thenTheStateIsThatOfAnLstmThatSawTheInkedOnesOnly() {
        // given
        float[] image = withInkedRows(3, 4, 9, 20, 21, 27);

        // when
        float[] state = read(image);

        // then
        double[] expected = lstmOverInkedRows(image);
        for (int unit = 0; unit < UNITS; unit++) {
            assertThat((double) state[unit]).isCloseTo(expected[unit], within(1e-5));
        }
    }

    @Test
    void givenImagesOfDifferentHeightInOneBatch_whenRead_thenEachHasTheStateItHasAlone() {
        // given
        float[] low = withInkedRows(25, 26);
        float[] high = withInkedRows(2, 3, 4, 5, 6, 7, 8, 9, 10);
        float[] both = new float[2 * 784];
        System.arraycopy(low, 0, both, 0, 784);
        System.arraycopy(high, 0, both, 784, 784);

        // when
        float[] states = read(both);

        // then
        float[] alone = read(low);
        float[] other = read(high);
        for (int unit = 0; unit < UNITS; unit++) {
            assertThat(states[unit]).isCloseTo(alone[unit], within(1e-6f));
            assertThat(states[UNITS + unit]).isCloseTo(other[unit], within(1e-6f));
        }
    }

    @Test
    void givenAnImageWithoutInk_whenRead_thenTheStateIsZero() {
        assertThat(read(new float[784])).containsOnly(0f);
    }

    @Test
    void givenOneThatGivesMeansToo_whenRead_thenTheyAreThoseOfTheStatesAfterTheUpperAndTheLowerRows() {
        // given an image of three rows, beside a higher one
        RowLstm block = new RowLstm(UNITS, RowLstm.Readout.LAST_STATE_AND_MEANS);
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 28, 28));
        float[] third = withInkedRows(5, 9, 12);
        float[] second = withoutRow(third, 12);
        float[] first = withoutRow(second, 9);
        float[] images = new float[2 * 784];
        System.arraycopy(third, 0, images, 0, 784);
        System.arraycopy(withInkedRows(2, 3, 4, 5, 6, 7, 8, 9, 10), 0, images, 784, 784);

        // when
        float[] given = read(block, images);

        // then
        for (int unit = 0; unit < UNITS; unit++) {
            float upper = (read(block, first)[unit] + read(block, second)[unit]) / 2;
            float lower = read(block, third)[unit];
            assertThat(given[unit]).isCloseTo(lower, within(1e-6f));
            assertThat(given[UNITS + unit]).isCloseTo(upper, within(1e-6f));
            assertThat(given[2 * UNITS + unit]).isCloseTo(lower, within(1e-6f));
        }
        assertThat(read(block, new float[784])).hasSize(3 * UNITS).containsOnly(0f);
    }

    private static float[] withoutRow(float[] image, int row) {
        float[] without = image.clone();
        Arrays.fill(without, row * 28, (row + 1) * 28, 0);
        return without;
    }

    private float[] read(float[] images) {
        return read(block, images);
    }

    private float[] read(RowLstm block, float[] images) {
        NDList input = new NDList(manager.create(images, new Shape(images.length / 784, 1, 28, 28)));
        return block.forward(new ParameterStore(manager, false), input, false)
                .singletonOrThrow()
                .toFloatArray();
    }

    private static float[] withInkedRows(int... rows) {
        Random random = new Random(rows.length);
        float[] image = new float[784];
        for (int row : rows) {
            for (int column = 4; column < 24; column++) {
                image[row * 28 + column] = random.nextFloat();
            }
        }
        return image;
    }

    /** The equations of Hochreiter and Schmidhuber's LSTM with a forget gate, one scalar at a time. */
    private double[] lstmOverInkedRows(float[] image) {
        float[] input = parameter("i2h_WEIGHT");
        float[] recurrent = parameter("h2h_WEIGHT");
        float[] bias = parameter("i2h_BIAS");
        double[] hidden = new double[UNITS];
        double[] cell = new double[UNITS];
        for (int row = 0; row < 28; row++) {
            double ink = 0;
            for (int column = 0; column < 28; column++) {
                ink += image[row * 28 + column];
            }
            if (ink == 0) {
                continue;
            }
            double[] gates = new double[4 * UNITS];
            for (int gate = 0; gate < gates.length; gate++) {
                gates[gate] = bias[gate];
                for (int column = 0; column < 28; column++) {
                    gates[gate] += input[gate * 28 + column] * image[row * 28 + column];
                }
                for (int unit = 0; unit < UNITS; unit++) {
                    gates[gate] += recurrent[gate * UNITS + unit] * hidden[unit];
                }
            }
            for (int unit = 0; unit < UNITS; unit++) {
                double in = sigmoid(gates[unit]);
                double forget = sigmoid(gates[UNITS + unit]);
                double candidate = Math.tanh(gates[2 * UNITS + unit]);
                double out = sigmoid(gates[3 * UNITS + unit]);
                cell[unit] = forget * cell[unit] + in * candidate;
                hidden[unit] = out * Math.tanh(cell[unit]);
            }
        }
        return hidden;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private float[] parameter(String suffix) {
        return block.getParameters().stream()
                .filter(pair -> pair.getKey().endsWith(suffix))
                .map(Pair<String, Parameter>::getValue)
                .findFirst()
                .orElseThrow()
                .getArray()
                .toFloatArray();
    }
}
