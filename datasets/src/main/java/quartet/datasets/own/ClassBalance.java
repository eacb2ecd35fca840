package quartet.datasets.own;

import java.util.Arrays;
import quartet.datasets.Examples;
import quartet.datasets.Targets;

/**
 * Implements class weights by repeated rows. Rows of rare classes are repeated in the training set, so that all
 * classes contribute equally to the loss of an epoch. The expected gradient is that of a loss in which a row of class
 * c has the weight {@code n_max / n_c} (King and Zeng 2001, section 4). This works for every engine without a change
 * to its loss.
 *
 * <p>A row is repeated at most {@value #REPEATS} times. The other classes get at most one row less than the largest
 * class, which thus remains the majority class.
 */
final class ClassBalance {
    /** The maximum number of repetitions. A network would memorize a row with more. */
    static final int REPEATS = 20;

    private ClassBalance() {}

    /** Returns the training set with repeated rows. */
    static Examples of(Examples train) {
        Targets.Classes targets = train.targets().asClasses();
        int[] counts = new int[targets.classes()];
        for (int label : targets.labels()) {
            counts[label]++;
        }
        int most = Arrays.stream(counts).max().orElse(0);
        int[] rows = new int[Math.toIntExact((long) most * counts.length)];
        int length = 0;
        int[] placed = new int[counts.length];
        boolean added = true;
        while (added) {
            added = false;
            for (int row = 0; row < targets.rows(); row++) {
                int label = targets.labels()[row];
                int wanted = Math.max(counts[label], (int) Math.min(most - 1L, (long) REPEATS * counts[label]));
                if (placed[label] < wanted) {
                    placed[label]++;
                    rows[length++] = row;
                    added = true;
                }
            }
        }
        return train.select(rows, 0, length);
    }
}
