package quartet.contract.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The order in which every engine sees the training rows: a permutation for each epoch, drawn once for all. */
public record BatchOrder(List<int[]> epochs) {
    public BatchOrder {
        epochs = List.copyOf(epochs);
    }

    /** Draws the order by Fisher-Yates shuffles (Knuth, volume 2, algorithm P). */
    public static BatchOrder draw(int rows, int epochs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> permutations = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] permutation = new int[rows];
            for (int i = 0; i < rows; i++) {
                int j = random.nextInt(i + 1);
                permutation[i] = permutation[j];
                permutation[j] = i;
            }
            permutations.add(permutation);
        }
        return new BatchOrder(permutations);
    }
}
