package quartet.harness.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import quartet.contract.Tensor;
import quartet.contract.experiment.BatchOrder;
import quartet.contract.worker.ExperimentFiles;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.datasets.Features;
import quartet.harness.model.ModelFolder;
import quartet.harness.model.SavedNetwork;
import quartet.harness.worker.Answers;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/** Predicts with the engine of a saved network in a separate JVM. */
public final class RowPredictions {
    private final InstalledEngine engine;
    private final Workers workers;
    private final int threads;
    private final Path work;

    /**
     * Prepares for predictions.
     *
     * @param threads of the engine
     * @param work a folder for temporary files
     */
    public RowPredictions(InstalledEngine engine, Workers workers, int threads, Path work) {
        this.engine = engine;
        this.workers = workers;
        this.threads = threads;
        this.work = work;
    }

    /**
     * Predicts rows.
     *
     * @return [rows, outputs]: logits of the classes, or scaled values
     * @throws BadAnswerException if the worker failed or its output cannot be used
     */
    public Tensor predict(ModelFolder saved, Features rows) throws BadAnswerException {
        SavedNetwork network = saved.network();
        if (rows.rows() == 0) {
            return Tensor.of(new float[0], 0, network.spec().outputs());
        }
        Path experiment = work.resolve("rows");
        WorkerFolder folder = new WorkerFolder(work.resolve("predict"));
        try {
            Files.createDirectories(experiment);
            Files.createDirectories(folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(work + " cannot be written: " + e.getMessage(), e);
        }
        saved.copyModel(folder.model());
        ExperimentFiles.writeRows(experiment, rows);
        WorkerJob job = new WorkerJob(
                engine.name(),
                network.spec(),
                network.training(),
                new BatchOrder(1, 1, 0), // Nothing is trained.
                List.of(Phase.PREDICT),
                0,
                List.of(),
                experiment.toAbsolutePath().toString(),
                threads,
                System.currentTimeMillis());
        WorkerResult result = workers.run(engine, job, folder, work.resolve("predict.log"), event -> {});
        if (!result.ok()) {
            throw new BadAnswerException(result.reason());
        }
        return Answers.predictions(
                folder.predicted(), rows.rows(), network.spec().outputs());
    }
}
