package quartet.contract.worker;

import java.util.Arrays;
import quartet.contract.Predictor;
import quartet.datasets.Features;

/**
 * Measures predictions: the latency of single rows and the throughput of batches. A warm-up precedes each measurement.
 */
public final class InferencePhase {
    /** The batch size for measuring throughput. */
    public static final int BATCH = 256;

    private static final long WARM_UP_NANOS = 300_000_000;
    private static final long MEASURED_NANOS = 1_000_000_000;
    private static final int MAXIMUM_SAMPLES = 20_000;

    private InferencePhase() {}

    static WorkerEvent.Inference run(Predictor model, Features test) {
        long[] single = measure(model, test, 1);
        Arrays.sort(single);
        int batch = Math.min(BATCH, test.rows());
        long[] batches = measure(model, test, batch);
        double rowsPerSecond =
                (double) batch * batches.length * 1e9 / Arrays.stream(batches).sum();
        Latency latency = Latency.ofNanos(single);
        return new WorkerEvent.Inference(latency.p50(), latency.p99(), rowsPerSecond, latency);
    }

    /** Returns the nanoseconds of each prediction, cycling through the rows of the test set. */
    private static long[] measure(Predictor model, Features test, int batch) {
        int batches = Math.min(64, test.rows() / batch);
        Features[] inputs = new Features[batches];
        Arrays.setAll(inputs, i -> test.slice(i * batch, (i + 1) * batch));
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < WARM_UP_NANOS; i++) {
            model.predict(inputs[i % batches]);
        }
        long[] samples = new long[MAXIMUM_SAMPLES];
        int count = 0;
        start = System.nanoTime();
        while (count == 0 || (count < samples.length && System.nanoTime() - start < MEASURED_NANOS)) {
            long before = System.nanoTime();
            model.predict(inputs[count % batches]);
            samples[count++] = System.nanoTime() - before;
        }
        return Arrays.copyOf(samples, count);
    }
}
