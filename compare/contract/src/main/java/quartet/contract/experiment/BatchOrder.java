package quartet.contract.experiment;

/**
 * The order of the training rows for every engine: a permutation for each epoch. Permutations are computed from the
 * seed on demand, so memory does not grow with the number of epochs.
 *
 * <pre>{@code
 * state = seed + epoch * 0xD1342543DE82EF95            (epoch counts from 0; all arithmetic modulo 2^64)
 * next(): state += 0x9E3779B97F4A7C15;  z = state
 *         z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9;  z = (z ^ z >>> 27) * 0x94D049BB133111EB;  return z ^ z >>> 31
 * for i = 0 .. rows-1:  j = next() mod (i + 1), unsigned;  p[i] = p[j];  p[j] = i
 * }</pre>
 *
 * Sources: Steele, Lea and Flood (2014), SplitMix64; Knuth, volume 2, algorithm P. The algorithm is portable to any
 * language.
 *
 * @param rows of the training set
 * @param epochs passes over the training set
 * @param seed the same seed gives the same order
 */
public record BatchOrder(int rows, int epochs, long seed) {
    private static final long EPOCH_STRIDE = 0xD1342543DE82EF95L;

    public BatchOrder {
        if (rows < 1 || epochs < 1) {
            throw new IllegalArgumentException(
                    "BatchOrder: expected 1 row and 1 epoch or more, but was " + rows + " and " + epochs);
        }
    }

    /** Returns the row indices of one epoch, in order; the first epoch is 0. */
    public int[] epoch(int index) {
        SplitMix64 random = new SplitMix64(seed + index * EPOCH_STRIDE);
        int[] permutation = new int[rows];
        for (int i = 0; i < rows; i++) {
            int j = (int) Long.remainderUnsigned(random.next(), i + 1);
            permutation[i] = permutation[j];
            permutation[j] = i;
        }
        return permutation;
    }

    /** Returns the number of batches in an epoch; the last may be smaller. */
    public int batches(int batchSize) {
        return (rows + batchSize - 1) / batchSize;
    }

    /** Returns the same order for at least the given number of steps. The common epochs are equal. */
    public BatchOrder forSteps(int steps, int batchSize) {
        int batches = batches(batchSize);
        return new BatchOrder(rows, (steps + batches - 1) / batches, seed);
    }

    /** The generator in the class documentation. */
    private static final class SplitMix64 {
        private long state;

        SplitMix64(long seed) {
            state = seed;
        }

        long next() {
            state += 0x9E3779B97F4A7C15L;
            long z = state;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }
    }
}
