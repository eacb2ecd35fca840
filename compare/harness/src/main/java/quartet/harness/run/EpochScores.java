package quartet.harness.run;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quartet.contract.Tensor;
import quartet.contract.experiment.Experiment;
import quartet.contract.experiment.Scores;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.harness.Folders;
import quartet.harness.results.Results;
import quartet.harness.worker.Answers;
import quartet.harness.worker.BadAnswerException;

/**
 * Scores the predictions that a worker writes after each epoch. Scoring waits until the worker has ended, so that the
 * harness does not compute during a measurement. Only if a training has so many epochs that the files would fill the
 * disk, the oldest files are scored and deleted while it runs.
 */
final class EpochScores {
    /** The maximum number of files that wait for scoring. */
    static final int MAXIMUM_WAITING = 256;

    private final WorkerFolder folder;
    private final Experiment experiment;
    private final Deque<WorkerEvent.Epoch> waiting = new ArrayDeque<>();
    private final List<Results.Epoch> epochs = new ArrayList<>();
    private Map<String, Double> last = Map.of();
    private Optional<Tensor> lastPredictions = Optional.empty();
    private Optional<BadAnswerException> problem = Optional.empty();

    EpochScores(WorkerFolder folder, Experiment experiment) {
        this.folder = folder;
        this.experiment = experiment;
    }

    /** Adds an epoch that the worker reported. {@link #finish} throws if its predictions are unusable. */
    void add(WorkerEvent.Epoch epoch) {
        waiting.add(epoch);
        try {
            if (waiting.size() > MAXIMUM_WAITING && problem.isEmpty()) {
                scoreOldest();
            }
        } catch (BadAnswerException e) {
            problem = Optional.of(e);
        }
    }

    /**
     * Scores all waiting predictions.
     *
     * @throws BadAnswerException if the predictions of an epoch are missing or unusable
     */
    void finish() throws BadAnswerException {
        if (problem.isPresent()) {
            throw problem.get();
        }
        while (!waiting.isEmpty()) {
            scoreOldest();
        }
    }

    /** Returns the scored epochs, each with its main score. */
    List<Results.Epoch> epochs() {
        return epochs;
    }

    /** Returns all scores of the last epoch. */
    Map<String, Double> last() {
        return last;
    }

    /** Returns the predictions of the last epoch; empty if there is none. */
    Optional<Tensor> lastPredictions() {
        return lastPredictions;
    }

    private void scoreOldest() throws BadAnswerException {
        WorkerEvent.Epoch epoch = waiting.remove();
        Path file = folder.predictions(epoch.epoch());
        int[] shape = {experiment.data().test().rows(), experiment.spec().outputs()};
        Tensor predictions = Answers.predictions(file, shape);
        last = Scores.of(experiment.data(), predictions);
        lastPredictions = Optional.of(predictions);
        double main = last.values().iterator().next();
        epochs.add(new Results.Epoch(epoch.loss(), epoch.seconds(), main));
        Folders.delete(file);
    }
}
