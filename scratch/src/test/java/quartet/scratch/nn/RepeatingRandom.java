package quartet.scratch.nn;

import java.util.Random;
import java.util.random.RandomGenerator;

/** Random numbers that begin anew after a while: every forward pass of a layer that draws so many sees the same. */
final class RepeatingRandom implements RandomGenerator {
    private final long[] numbers;
    private int next;

    RepeatingRandom(int period) {
        this.numbers = new Random(17).longs(period).toArray();
    }

    @Override
    public long nextLong() {
        long number = numbers[next];
        next = (next + 1) % numbers.length;
        return number;
    }
}
