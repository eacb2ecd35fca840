package quartet.harness.run;

import java.util.List;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerEvent.ColdStart;
import quartet.contract.worker.WorkerEvent.Epoch;
import quartet.contract.worker.WorkerEvent.Inference;
import quartet.contract.worker.WorkerEvent.StepParts;
import quartet.contract.worker.WorkerEvent.Trained;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.WorkerResult;

/**
 * The events of a timed run. Each expected event is present exactly once, and its numbers are finite and not negative.
 */
record TimedAnswers(
        WorkerResult result, ColdStart coldStart, Trained trained, Inference inference, StepParts stepParts) {

    /**
     * Finds the events.
     *
     * @throws BadAnswerException if one is missing or repeated, or a number is negative or not finite
     */
    static TimedAnswers of(WorkerResult result) throws BadAnswerException {
        ColdStart coldStart = only(result, ColdStart.class, "coldStart");
        Trained trained = only(result, Trained.class, "trained");
        check("coldStart.seconds", coldStart.seconds());
        check("coldStart.predictionMillis", coldStart.predictionMillis());
        check("trained.seconds", trained.seconds());
        check("trained.stepMillis", trained.stepMillis());
        return new TimedAnswers(result, coldStart, trained, inference(result), stepParts(result));
    }

    /**
     * Finds the inference event.
     *
     * @throws BadAnswerException if it is missing or repeated, a number is negative or not finite, or the quantiles do
     *     not ascend
     */
    static Inference inference(WorkerResult result) throws BadAnswerException {
        Inference inference = only(result, Inference.class, "inference");
        check("inference.p50Micros", inference.p50Micros());
        check("inference.p99Micros", inference.p99Micros());
        check("inference.rowsPerSecond", inference.rowsPerSecond());
        double least = 0;
        for (double quantile : inference.latencyMicros().quantiles()) {
            check("inference.latencyMicros", quantile);
            if (quantile < least) {
                throw new BadAnswerException(
                        "inference.latencyMicros: expected ascending quantiles, but was " + inference.latencyMicros());
            }
            least = quantile;
        }
        return inference;
    }

    private static StepParts stepParts(WorkerResult result) throws BadAnswerException {
        StepParts parts = only(result, StepParts.class, "stepParts");
        check("stepParts.selectMicros", parts.selectMicros());
        check("stepParts.predictMicros", parts.predictMicros());
        check("stepParts.gradientsMicros", parts.gradientsMicros());
        check("stepParts.weightsMicros", parts.weightsMicros());
        check("stepParts.stepMicros", parts.stepMicros());
        return parts;
    }

    /**
     * Checks that the epochs are 1 to {@code budget}, in order.
     *
     * @throws BadAnswerException if they are not
     */
    void checkEpochs(int budget) throws BadAnswerException {
        List<Epoch> epochs = result.all(Epoch.class).toList();
        for (int i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).epoch() != i + 1) {
                throw new BadAnswerException("expected epoch " + (i + 1) + ", but was epoch "
                        + epochs.get(i).epoch());
            }
            check("epoch.seconds", epochs.get(i).seconds());
        }
        if (epochs.size() != budget) {
            throw new BadAnswerException("expected " + budget + " epochs, but were " + epochs.size());
        }
    }

    static <E extends WorkerEvent> E only(WorkerResult result, Class<E> type, String name) throws BadAnswerException {
        List<E> events = result.all(type).toList();
        if (events.size() != 1) {
            throw new BadAnswerException("expected one event '" + name + "', but were " + events.size());
        }
        return events.get(0);
    }

    static void check(String name, double value) throws BadAnswerException {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new BadAnswerException(name + ": expected a number of 0 or more, but was " + value);
        }
    }
}
