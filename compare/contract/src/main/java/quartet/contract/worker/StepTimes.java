package quartet.contract.worker;

import java.util.Arrays;

/**
 * The times of training steps: their sum, and their median over at most {@value #MAXIMUM} of them. With more steps,
 * only every second, fourth, ... step is kept, so that memory stays bounded.
 */
final class StepTimes {
    static final int MAXIMUM = 1 << 20;

    private long[] kept = new long[1024];
    private int count;
    private long stride = 1;
    private long steps;
    private long sumNanos;

    void add(long nanos) {
        sumNanos += nanos;
        if (steps++ % stride != 0) {
            return;
        }
        if (count == MAXIMUM) {
            count /= 2;
            for (int i = 0; i < count; i++) {
                kept[i] = kept[2 * i];
            }
            stride *= 2;
        } else if (count == kept.length) {
            kept = Arrays.copyOf(kept, 2 * count);
        }
        kept[count++] = nanos;
    }

    double sumSeconds() {
        return sumNanos / 1e9;
    }

    /** Returns the median of the recorded steps; 0 without steps. */
    double medianMillis() {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(kept, count);
        Arrays.sort(sorted);
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2.0 / 1e6;
    }
}
