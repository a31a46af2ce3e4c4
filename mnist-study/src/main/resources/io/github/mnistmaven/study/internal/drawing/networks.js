/**
 * Trained networks: decodes their weights, and computes their layers. An image is 784 bytes, 28 rows of 28 from the top left, 0 for
 * background and 255 for full ink. Values lie with the channels last.
 */
const networks = (() => {
  const SIDE = 28;
  const CLASSES = 10;

  function bytes(base64) {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  }

  /** Numbers in half precision (IEEE 754 binary16), little-endian. */
  function halves(base64) {
    const view = new DataView(bytes(base64).buffer);
    const values = new Float64Array(view.byteLength / 2);
    for (let i = 0; i < values.length; i++) {
      const bits = view.getUint16(2 * i, true);
      const exponent = (bits >> 10) & 31;
      const fraction = bits & 1023;
      const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
      values[i] = bits & 32768 ? -size : size;
    }
    return values;
  }

  /** Numbers in single precision, little-endian. */
  function singles(base64) {
    const view = new DataView(bytes(base64).buffer);
    return Float64Array.from({ length: view.byteLength / 4 }, (_, i) => view.getFloat32(4 * i, true));
  }

  /**
   * A vector of which only the values that are not 0 are kept: half of what a rectifier gives is 0, and most of an image. Each value
   * has the index at which its row of a weight matrix begins.
   */
  class SparseVector {
    constructor(capacity) {
      this.values = new Float64Array(capacity);
      this.rows = new Int32Array(capacity);
      this.count = 0;
    }

    /** Adds some values, from an index on, whose rows are one after the other. */
    addAll(values, from, count, row, width) {
      let size = this.count;
      for (let i = 0; i < count; i++) {
        const value = values[from + i];
        if (value !== 0) {
          this.values[size] = value;
          this.rows[size++] = row + i * width;
        }
      }
      this.count = size;
    }

    /** Adds the product with a matrix to some sums; four rows at a time, as each sum is then read and written once for four products. */
    addProduct(weights, width, sums, at) {
      const { values, rows, count } = this;
      let i = 0;
      for (; i + 4 <= count; i += 4) {
        const a = values[i];
        const b = values[i + 1];
        const c = values[i + 2];
        const d = values[i + 3];
        const rowA = rows[i];
        const rowB = rows[i + 1];
        const rowC = rows[i + 2];
        const rowD = rows[i + 3];
        for (let j = 0; j < width; j++) {
          sums[at + j] += a * weights[rowA + j] + b * weights[rowB + j] + c * weights[rowC + j] + d * weights[rowD + j];
        }
      }
      for (; i < count; i++) {
        const value = values[i];
        const row = rows[i];
        for (let j = 0; j < width; j++) {
          sums[at + j] += value * weights[row + j];
        }
      }
    }
  }

  /** Each makes of the description of a layer a function from {values, side, channels} to the same, which may change what it is given. */
  const layers = {
    convolution({ kernel, stride, padding, inputs, filters, weights, biases }) {
      const matrix = halves(weights);
      const bias = singles(biases);
      const field = new SparseVector(kernel * kernel * inputs);
      return (image) => {
        const side = Math.floor((image.side + 2 * padding - kernel) / stride) + 1;
        const values = new Float64Array(side * side * filters);
        for (let row = 0; row < side; row++) {
          for (let column = 0; column < side; column++) {
            field.count = 0;
            for (let down = 0; down < kernel; down++) {
              const y = row * stride + down - padding;
              for (let along = 0; along < kernel; along++) {
                const x = column * stride + along - padding;
                if (y >= 0 && x >= 0 && y < image.side && x < image.side) {
                  const from = (y * image.side + x) * inputs;
                  const weight = (down * kernel + along) * inputs;
                  field.addAll(image.values, from, inputs, weight * filters, filters);
                }
              }
            }
            const at = (row * side + column) * filters;
            values.set(bias, at);
            field.addProduct(matrix, filters, values, at);
          }
        }
        return { values, side, channels: filters };
      };
    },

    maxPool({ size }) {
      return (image) => {
        const side = Math.floor(image.side / size);
        const { channels } = image;
        const values = new Float64Array(side * side * channels).fill(-Infinity);
        for (let row = 0; row < side * size; row++) {
          for (let column = 0; column < side * size; column++) {
            const from = (row * image.side + column) * channels;
            const to = (Math.floor(row / size) * side + Math.floor(column / size)) * channels;
            for (let channel = 0; channel < channels; channel++) {
              const value = image.values[from + channel];
              if (value > values[to + channel]) {
                values[to + channel] = value;
              }
            }
          }
        }
        return { values, side, channels };
      };
    },

    affine({ scales, shifts }) {
      const scale = singles(scales);
      const shift = singles(shifts);
      return (image) => {
        const { values, channels } = image;
        for (let at = 0; at < values.length; at += channels) {
          for (let channel = 0; channel < channels; channel++) {
            values[at + channel] = values[at + channel] * scale[channel] + shift[channel];
          }
        }
        return image;
      };
    },

    relu() {
      return (image) => {
        const { values } = image;
        for (let i = 0; i < values.length; i++) {
          if (values[i] < 0) {
            values[i] = 0;
          }
        }
        return image;
      };
    },

    dense({ inputs, units, weights, biases }) {
      const matrix = halves(weights);
      const bias = singles(biases);
      const vector = new SparseVector(inputs);
      return (image) => {
        const values = Float64Array.from(bias);
        vector.count = 0;
        vector.addAll(image.values, 0, inputs, 0, units);
        vector.addProduct(matrix, units, values, 0);
        return { values, side: 1, channels: units };
      };
    },

    rowLstm({ inputs, units, halves: hasHalves, inputWeights, stateWeights, biases }) {
      const ofInput = halves(inputWeights);
      const ofState = halves(stateWeights);
      const bias = singles(biases);
      const gates = new Float64Array(4 * units);
      const vector = new SparseVector(Math.max(inputs, units));
      const sigmoid = (x) => 1 / (1 + Math.exp(-x));

      function step(row, state, cells) {
        gates.set(bias);
        vector.count = 0;
        vector.addAll(row, 0, inputs, 0, 4 * units);
        vector.addProduct(ofInput, 4 * units, gates, 0);
        vector.count = 0;
        vector.addAll(state, 0, units, 0, 4 * units);
        vector.addProduct(ofState, 4 * units, gates, 0);
        const next = new Float64Array(units);
        for (let i = 0; i < units; i++) {
          cells[i] =
            sigmoid(gates[units + i]) * cells[i] + sigmoid(gates[i]) * Math.tanh(gates[2 * units + i]);
          next[i] = sigmoid(gates[3 * units + i]) * Math.tanh(cells[i]);
        }
        return next;
      }

      function mean(states) {
        const sums = new Float64Array(units);
        states.forEach((state) => state.forEach((value, i) => (sums[i] += value / states.length)));
        return sums;
      }

      return (image) => {
        const cells = new Float64Array(units);
        const states = [];
        let state = new Float64Array(units);
        for (let row = 0; row < image.side; row++) {
          const inked = image.values.subarray(row * inputs, (row + 1) * inputs);
          if (inked.some((pixel) => pixel > 0)) {
            state = step(inked, state, cells);
            states.push(state);
          }
        }
        const middle = Math.ceil(states.length / 2);
        const read = hasHalves ? [state, mean(states.slice(0, middle)), mean(states.slice(middle))] : [state];
        const values = new Float64Array(read.length * units);
        read.forEach((part, i) => values.set(part, i * units));
        return { values, side: 1, channels: values.length };
      };
    },
  };

  function softmax(logits) {
    const most = Math.max(...logits);
    const powers = logits.map((logit) => Math.exp(logit - most));
    const sum = powers.reduce((a, b) => a + b);
    return Array.from(powers, (power) => power / sum);
  }

  function pixels(image) {
    const values = new Float64Array(image.length);
    for (let i = 0; i < values.length; i++) {
      values[i] = image[i] / 255;
    }
    return values;
  }

  /** The function that a description of a trained network stands for: from an image to the probabilities of the classes. */
  function network(members) {
    const functions = members.map((member) => member.map((layer) => layers[layer.type](layer)));
    return (image) => {
      const logits = new Float64Array(CLASSES);
      functions.forEach((member) => {
        const input = { values: pixels(image), side: SIDE, channels: 1 };
        const { values } = member.reduce((output, layer) => layer(output), input);
        values.forEach((logit, i) => (logits[i] += logit / functions.length));
      });
      return softmax(logits);
    };
  }

  return { network };
})();
