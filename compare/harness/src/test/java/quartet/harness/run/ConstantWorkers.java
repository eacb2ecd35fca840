package quartet.harness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import quartet.contract.EngineInfo;
import quartet.contract.Tensor;
import quartet.contract.safetensors.SafetensorsWriter;
import quartet.contract.worker.ParityPhase;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerJob;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Status;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/** Answers every job within this process, as an engine would whose network always predicts zero. */
final class ConstantWorkers implements Workers {
    private final int trainRows;
    private final int testRows;
    private final List<String> jobs = new ArrayList<>();

    ConstantWorkers(int trainRows, int testRows) {
        this.trainRows = trainRows;
        this.testRows = testRows;
    }

    /** Engine and first phase of each job, in order. */
    List<String> jobs() {
        return jobs;
    }

    @Override
    public WorkerResult run(
            InstalledEngine engine, WorkerJob job, Path folder, Path log, Consumer<WorkerEvent> observer) {
        jobs.add(engine.name() + " " + job.phases().get(0));
        List<WorkerEvent> events = new ArrayList<>();
        EngineInfo info = new EngineInfo(
                engine.name(), engine.name() + " 1.0", "none", "cpu", 1, List.of("deviation of " + engine.name()));
        events.add(new WorkerEvent.Ready(info, "17"));
        if (engine.name().equals("crashing") && job.phases().contains(Phase.TRAIN)) {
            return new WorkerResult(Status.FAILED, "exit code 7", List.of("the end"), events, 1);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Phase phase : job.phases()) {
            switch (phase) {
                case COLD_START -> events.add(new WorkerEvent.ColdStart(0.1));
                case PARITY -> parity(job, folder);
                case RELOAD -> write(folder, "loaded", "loaded", testBatch(job));
                case TRAIN -> train(job, folder, events);
                case INFERENCE -> events.add(new WorkerEvent.Inference(1, 2, 3));
            }
        }
        events.add(new WorkerEvent.Done());
        return new WorkerResult(Status.OK, "", List.of(), events, 1000);
    }

    private void train(WorkerJob job, Path folder, List<WorkerEvent> events) {
        for (int epoch = 1; epoch <= job.training().epochs(); epoch++) {
            write(
                    folder,
                    "predictions-" + epoch,
                    "predictions",
                    zeros(testRows, job.spec().outputs()));
            events.add(new WorkerEvent.Epoch(epoch, 0.5, 1));
        }
        events.add(new WorkerEvent.Trained(job.training().epochs(), 10, 2));
    }

    private void parity(WorkerJob job, Path folder) {
        int batch = Math.min(job.training().batchSize(), trainRows);
        write(folder, "logits", "logits", zeros(batch, job.spec().outputs()));
        write(folder, "losses", "losses", zeros(ParityPhase.STEPS));
        write(folder, "saved", "saved", testBatch(job));
        ParityPhase.BATCH_SIZES.forEach(size -> write(folder, "batch-" + size, "batch-" + size, testBatch(job)));
        Map<String, Tensor> weights = new LinkedHashMap<>();
        job.spec().parameterShapes().forEach((name, shape) -> weights.put(name, zeros(shape)));
        SafetensorsWriter.write(folder.resolve("gradients.safetensors"), weights);
        ParityPhase.SNAPSHOTS.forEach(
                step -> SafetensorsWriter.write(folder.resolve("weights-" + step + ".safetensors"), weights));
    }

    private Tensor testBatch(WorkerJob job) {
        return zeros(Math.min(ParityPhase.TEST_ROWS, testRows), job.spec().outputs());
    }

    private static Tensor zeros(int... shape) {
        return Tensor.of(new float[Tensor.size(shape)], shape);
    }

    private static void write(Path folder, String file, String name, Tensor tensor) {
        SafetensorsWriter.write(folder.resolve(file + ".safetensors"), Map.of(name, tensor));
    }
}
