package quartet.contract.experiment;

import quartet.contract.Predictor;
import quartet.contract.Tensor;
import quartet.datasets.Features;

/** Predicts many rows in batches, so that memory stays bounded. */
public final class Predictions {
    private Predictions() {}

    /** Returns predictions [rows, outputs] for all features, computed {@code batchSize} rows at a time. */
    public static Tensor of(Predictor model, Features features, int batchSize) {
        float[] all = new float[0];
        int outputs = 0;
        for (int from = 0; from < features.rows(); from += batchSize) {
            int to = Math.min(features.rows(), from + batchSize);
            Tensor part = model.predict(features.slice(from, to));
            if (from == 0) {
                outputs = part.dimension(1);
                all = new float[Math.multiplyExact(features.rows(), outputs)];
            }
            System.arraycopy(part.data(), 0, all, from * outputs, part.size());
        }
        return Tensor.of(all, features.rows(), outputs);
    }
}
