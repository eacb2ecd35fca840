package quartet.harness.run;

import java.util.Locale;
import java.util.Optional;
import quartet.contract.Tensor;
import quartet.contract.experiment.Experiment;
import quartet.contract.worker.TrainingPhase;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.harness.parity.Differences;
import quartet.harness.parity.ParityCheck;
import quartet.harness.worker.Answers;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.WorkerResult;

/**
 * Checks that a timed training is the training that passed the parity check. Both see the same batches, so their first
 * losses agree; they differ if an engine skips steps, drops rows or changes the learning rate while it is timed. The
 * check also compares reported times and processor times with those that the harness observes.
 */
final class RunCheck {
    /** The tolerance for the number of busy threads; frameworks pass work from one thread to another. */
    static final double SPARE_THREADS = 0.6;

    private final Experiment experiment;
    private final int threads;

    RunCheck(Experiment experiment, int threads) {
        this.experiment = experiment;
        this.threads = threads;
    }

    /**
     * Checks a successful run.
     *
     * @param judged the losses of the training that passed the parity check
     * @throws BadAnswerException if the run is not plausible; the message names the reason
     */
    void check(WorkerResult result, TimedAnswers answers, WorkerFolder folder, Optional<Tensor> judged)
            throws BadAnswerException {
        checkThreads(result);
        checkSeconds(result, answers);
        checkSteps(answers.trained());
        if (judged.isPresent()) {
            int recorded = Math.min(TrainingPhase.RECORDED_STEPS, steps());
            Tensor losses = Answers.tensor(folder.losses(), "losses", recorded);
            checkLosses(losses.data(), judged.get().data());
        }
    }

    private void checkThreads(WorkerResult result) throws BadAnswerException {
        int reported = result.info().map(info -> info.threads()).orElse(threads);
        if (reported != threads) {
            throw new BadAnswerException("expected " + threads + " threads, but the engine reports " + reported);
        }
        Double busy = result.usage().busyThreads();
        if (busy != null && busy > threads + SPARE_THREADS) {
            throw new BadAnswerException(String.format(
                    Locale.ROOT,
                    "expected at most %d busy threads, but %.1f were busy while it trained",
                    threads,
                    busy));
        }
    }

    private static void checkSeconds(WorkerResult result, TimedAnswers answers) throws BadAnswerException {
        double wall = result.usage().wallSeconds();
        double reported = answers.trained().seconds();
        double epochs = result.all(WorkerEvent.Epoch.class)
                .mapToDouble(WorkerEvent.Epoch::seconds)
                .sum();
        if (reported > wall || Math.abs(epochs - reported) > 1e-6 + 1e-3 * reported) {
            throw new BadAnswerException(String.format(
                    Locale.ROOT,
                    "training of %.3f s does not fit epochs of %.3f s in a process of %.3f s",
                    reported,
                    epochs,
                    wall));
        }
    }

    private void checkSteps(WorkerEvent.Trained trained) throws BadAnswerException {
        if (trained.steps() != steps()) {
            throw new BadAnswerException("expected " + steps() + " steps, but were " + trained.steps());
        }
    }

    private int steps() {
        return experiment.order().epochs()
                * experiment.order().batches(experiment.training().batchSize());
    }

    private void checkLosses(float[] actual, float[] judged) throws BadAnswerException {
        boolean convolution = experiment.spec().parameterShapes().containsKey("conv1.weight");
        int steps = Math.min(actual.length, convolution ? ParityCheck.CONVOLUTION_STEPS : judged.length);
        double largest = 0;
        for (float loss : judged) {
            largest = Math.max(largest, loss);
        }
        for (int i = 0; i < steps; i++) {
            double difference = Differences.finite(Math.abs((double) actual[i] - judged[i]) / largest);
            if (difference > ParityCheck.TRAINING_LOSSES) {
                throw new BadAnswerException(String.format(
                        Locale.ROOT,
                        "trains otherwise than it was checked: loss %.6f in step %d, but %.6f in parity",
                        actual[i],
                        i + 1,
                        judged[i]));
            }
        }
    }
}
