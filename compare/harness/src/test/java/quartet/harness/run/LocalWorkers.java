package quartet.harness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import quartet.contract.worker.JobRun;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Status;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.EventReader;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/**
 * Runs every job in this process with the {@link ReferenceEngine}. The engine {@code crashing} fails when it is timed.
 * Inference is not measured, because its clock would take seconds: the events hold constants.
 */
final class LocalWorkers implements Workers {
    private final List<String> jobs = new ArrayList<>();

    /** Engine and phases of each job, in order. */
    List<String> jobs() {
        return jobs;
    }

    @Override
    public WorkerResult run(
            InstalledEngine engine, WorkerJob job, WorkerFolder folder, Path log, Consumer<WorkerEvent> observer) {
        jobs.add(engine.name() + " " + job.phases());
        ReferenceEngine reference = new ReferenceEngine(engine.name());
        List<WorkerEvent> events = new ArrayList<>();
        events.add(new WorkerEvent.Ready(reference.info(), "17"));
        if (engine.name().equals("crashing") && !job.phases().contains(Phase.PROBE) && job.stepLimit() == 0) {
            return new WorkerResult(Status.FAILED, "exit code 7", List.of("the end"), events, 1);
        }
        List<Phase> phases =
                job.phases().stream().filter(phase -> phase != Phase.INFERENCE).toList();
        WorkerJob shorter = new WorkerJob(
                job.engine(),
                job.spec(),
                job.training(),
                job.order(),
                phases,
                job.stepLimit(),
                job.snapshots(),
                job.experiment(),
                job.launchedMillis());
        try {
            Files.createDirectories(folder.path());
            Files.deleteIfExists(folder.events());
            new JobRun(reference, shorter, folder).run();
            events.addAll(new EventReader(folder).readNew());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadAnswerException e) {
            throw new IllegalStateException(e);
        }
        if (phases.size() < job.phases().size()) {
            events.add(new WorkerEvent.Inference(1, 2, 3));
        }
        events.add(new WorkerEvent.Done());
        events.forEach(observer);
        return new WorkerResult(Status.OK, "", List.of(), events, 1000);
    }
}
