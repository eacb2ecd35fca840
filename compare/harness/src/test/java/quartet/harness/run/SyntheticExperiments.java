package quartet.harness.run;

import java.util.List;
import java.util.Random;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.experiment.Experiment;
import quartet.datasets.Examples;
import quartet.datasets.Features;
import quartet.datasets.Kind;
import quartet.datasets.PreparedData;
import quartet.datasets.TargetScale;
import quartet.datasets.Targets;

/** One small experiment of each kind, with random data: 90 rows in batches of 32, so the last batch has 26. */
final class SyntheticExperiments {
    private static final int ROWS = 90;
    private static final int CLASSES = 3;

    private SyntheticExperiments() {}

    static Experiment classification() {
        MlpSpec spec = MlpSpec.classifier(6, List.of(12, 12), CLASSES);
        return of(Kind.TABLE_CLASSES, numbers(ROWS, 6), classes(), spec, 0);
    }

    static Experiment regression() {
        float[] values = numbers(ROWS, 1).data();
        MlpSpec spec = MlpSpec.regressor(6, List.of(12, 12));
        return of(Kind.TABLE_VALUES, numbers(ROWS, 6), new Targets.Values(values), spec, 0);
    }

    static Experiment images() {
        CnnSpec spec = new CnnSpec(2, 8, 12, List.of(4, 6), 10, CLASSES);
        return of(Kind.IMAGES, numbers(ROWS, 2, 8, 12), classes(), spec, 0);
    }

    /** Texts of 1 to 8 tokens, padded at the end. */
    static Experiment texts() {
        TextSpec spec = new TextSpec(30, 8, 8, List.of(8), CLASSES);
        Random random = new Random(3);
        int[] ids = new int[ROWS * spec.length()];
        for (int row = 0; row < ROWS; row++) {
            int tokens = 1 + random.nextInt(spec.length());
            for (int t = 0; t < tokens; t++) {
                ids[row * spec.length() + t] = 1 + random.nextInt(spec.vocabulary() - 1);
            }
        }
        return of(Kind.TEXTS, new Features.Tokens(ROWS, spec.length(), ids), classes(), spec, spec.vocabulary());
    }

    private static Experiment of(Kind kind, Features features, Targets targets, ModelSpec spec, int vocabulary) {
        Examples rows = new Examples(features, targets);
        PreparedData data = new PreparedData(
                "synthetic", kind, rows, rows, List.of("a", "b", "c"), TargetScale.IDENTITY, vocabulary);
        return Experiment.of(data, spec, TrainingSpec.adam(1, 32), 7);
    }

    private static Features.Values numbers(int... shape) {
        Random random = new Random(5 + shape.length);
        int size = 1;
        for (int dimension : shape) {
            size *= dimension;
        }
        float[] data = new float[size];
        for (int i = 0; i < size; i++) {
            data[i] = (float) random.nextGaussian();
        }
        return new Features.Values(shape.length == 1 ? new int[] {size, 1} : shape, data);
    }

    private static Targets classes() {
        int[] labels = new int[ROWS];
        Random random = new Random(11);
        for (int i = 0; i < ROWS; i++) {
            labels[i] = random.nextInt(CLASSES);
        }
        return new Targets.Classes(labels, CLASSES);
    }
}
