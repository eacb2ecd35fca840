package quartet.datasets.own;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import quartet.datasets.Features;

/** Finds test rows whose features also occur in the training set; they inflate the scores. */
final class Duplicates {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private Duplicates() {}

    /** Returns the number of test rows that equal a training row. Rows are compared by 64-bit hashes. */
    static int count(Features train, Features test) {
        long[] known = hashes(train);
        Arrays.sort(known);
        int count = 0;
        for (long hash : hashes(test)) {
            count += Arrays.binarySearch(known, hash) >= 0 ? 1 : 0;
        }
        return count;
    }

    /** Adds a warning if there are such rows. */
    static void warn(Features train, Features test, List<String> warnings) {
        int count = count(train, test);
        if (count > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d test rows have the same features as a training row: scores may be optimistic",
                    count,
                    test.rows()));
        }
    }

    private static long[] hashes(Features features) {
        long[] hashes = new long[features.rows()];
        boolean tokens = features instanceof Features.Tokens;
        int width = tokens ? features.asTokens().length() : features.asValues().rowSize();
        for (int row = 0; row < hashes.length; row++) {
            long hash = width;
            for (int i = row * width; i < (row + 1) * width; i++) {
                int bits = tokens
                        ? features.asTokens().ids()[i]
                        : Float.floatToIntBits(features.asValues().data()[i]);
                hash = (hash ^ bits) * PRIME;
                hash ^= hash >>> 32;
            }
            hashes[row] = hash;
        }
        return hashes;
    }
}
