package io.github.mnistmaven.data.image;

/** Values of which some order statistics are wanted, in no order. */
final class Samples {

    private final float[] values;

    /** Of values that are changed. */
    Samples(float[] values) {
        this.values = values;
    }

    /**
     * The value that would be at an index if they were sorted, in time that grows with how many there are (C. A. R. Hoare, "Algorithm 65: FIND",
     * CACM 4(7), 1961).
     */
    float sorted(int index) {
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            float pivot = values[(from + to) >>> 1];
            int left = from;
            int right = to;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    float swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            if (index <= right) {
                to = right;
            } else if (index >= left) {
                from = left;
            } else {
                return values[index];
            }
        }
        return values[index];
    }
}
