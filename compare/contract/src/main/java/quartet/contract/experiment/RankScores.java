package quartet.contract.experiment;

import java.util.Arrays;
import quartet.contract.Tensor;
import quartet.datasets.Targets;

/** Scores that a large class does not dominate. */
final class RankScores {
    /** The maximum number of classes for the AUC, which otherwise takes longer than training. */
    static final int MAXIMUM_CLASSES = 100;

    private RankScores() {}

    /** Returns the mean recall over the classes that are present. */
    static double balancedAccuracy(Targets.Classes targets, int[] predicted) {
        int[] present = new int[targets.classes()];
        int[] correct = new int[targets.classes()];
        for (int row = 0; row < predicted.length; row++) {
            int label = targets.labels()[row];
            present[label]++;
            correct[label] += predicted[row] == label ? 1 : 0;
        }
        double sum = 0;
        int counted = 0;
        for (int c = 0; c < present.length; c++) {
            if (present[c] > 0) {
                sum += (double) correct[c] / present[c];
                counted++;
            }
        }
        return sum / counted;
    }

    /**
     * Returns the area under the ROC curve: the probability that a row of a class gets a larger predicted probability
     * of that class than a row of another class, with ties counted as one half. With more than two classes, it is the
     * mean over the classes, each against all others. Classes that contain no row or all rows are ignored; if no class
     * remains, the area is 0.5.
     *
     * <p>Source: Hanley and McNeil (1982), the area as a statistic of ranks; Fawcett (2006), section 9.
     *
     * @param logits [rows, classes]
     */
    static double auc(Targets.Classes targets, Tensor logits) {
        int classes = targets.classes();
        int[] labels = targets.labels();
        double[][] probabilities = Softmax.byClass(logits);
        double sum = 0;
        int counted = 0;
        for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
            int wanted = c;
            long positives =
                    Arrays.stream(labels).filter(label -> label == wanted).count();
            if (positives == 0 || positives == labels.length) {
                continue;
            }
            sum += area(probabilities[c], labels, c, positives);
            counted++;
        }
        return counted == 0 ? 0.5 : sum / counted;
    }

    private static double area(double[] probabilities, int[] labels, int wanted, long positives) {
        int rows = labels.length;
        double[] all = probabilities.clone();
        Arrays.sort(all);
        double[] ofClass = new double[(int) positives];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            if (labels[row] == wanted) {
                ofClass[next++] = probabilities[row];
            }
        }
        Arrays.sort(ofClass);
        double ranks = 0;
        double rank = 0;
        int from = 0;
        for (int i = 0; i < ofClass.length; i++) {
            if (i == 0 || ofClass[i] != ofClass[i - 1]) {
                while (all[from] < ofClass[i]) {
                    from++;
                }
                int to = from;
                while (to + 1 < rows && all[to + 1] == ofClass[i]) {
                    to++;
                }
                rank = (from + to) / 2.0 + 1; // Equal probabilities share their mean rank.
            }
            ranks += rank;
        }
        double least = positives * (positives + 1) / 2.0;
        return (ranks - least) / ((double) positives * (rows - positives));
    }
}
