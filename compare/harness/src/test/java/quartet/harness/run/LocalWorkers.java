package quartet.harness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import quartet.contract.Engine;
import quartet.contract.worker.JobRun;
import quartet.contract.worker.Latency;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob;
import quartet.contract.worker.WorkerJob.Phase;
import quartet.harness.Status;
import quartet.harness.process.Usage;
import quartet.harness.worker.BadAnswerException;
import quartet.harness.worker.EventReader;
import quartet.harness.worker.InstalledEngine;
import quartet.harness.worker.WorkerResult;
import quartet.harness.worker.Workers;

/**
 * Runs every job in this process, with the {@link ReferenceEngine} if no other engine is given. The engine {@code crashing} fails when it is timed.
 * Inference and the parts of a step are not measured, because that takes seconds: the events hold constants.
 */
final class LocalWorkers implements Workers {
    /** Makes the engine of a job. */
    interface EngineFactory {
        Engine create(InstalledEngine engine, WorkerJob job, WorkerFolder folder);
    }

    private final EngineFactory engines;
    private final List<String> jobs = new ArrayList<>();
    private int limit = -1;

    /** All engines are correct. */
    LocalWorkers() {
        this((engine, job, folder) -> new ReferenceEngine(engine.name()));
    }

    /** Runs the engines that the factory makes. */
    LocalWorkers(EngineFactory engines) {
        this.engines = engines;
    }

    /** The comparison ends when it has run so many jobs and wants another one. */
    void failAfter(int count) {
        limit = count;
    }

    /** Engine and phases of each job, in order. */
    List<String> jobs() {
        return jobs;
    }

    @Override
    public WorkerResult run(
            InstalledEngine engine, WorkerJob job, WorkerFolder folder, Path log, Consumer<WorkerEvent> observer) {
        if (limit-- == 0) {
            throw new IllegalStateException("power failure");
        }
        jobs.add(engine.name() + " " + job.phases());
        Engine reference = engines.create(engine, job, folder);
        List<WorkerEvent> events = new ArrayList<>();
        events.add(new WorkerEvent.Ready(reference.info(), "17"));
        if (engine.name().equals("crashing") && !job.phases().contains(Phase.PROBE) && job.stepLimit() == 0) {
            return new WorkerResult(
                    Status.FAILED, "exit code 7", List.of("the end"), events, new Usage(1, 1, null, null));
        }
        List<Phase> phases = job.phases().stream()
                .filter(phase -> phase != Phase.INFERENCE && phase != Phase.STEP_PARTS)
                .toList();
        WorkerJob shorter = new WorkerJob(
                job.engine(),
                job.spec(),
                job.training(),
                job.order(),
                phases,
                job.stepLimit(),
                job.snapshots(),
                job.experiment(),
                job.threads(),
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
        } catch (IllegalArgumentException e) {
            return new WorkerResult(
                    Status.FAILED, String.valueOf(e.getMessage()), List.of(), events, new Usage(1, 1, null, null));
        }
        if (phases.size() < job.phases().size()) {
            events.add(new WorkerEvent.Inference(1, 2, 3, new Latency(1, 1, 1, 1, 2, 2)));
            events.add(new WorkerEvent.StepParts(9, 1, 10, 40, 5, 50));
        }
        events.add(new WorkerEvent.Done());
        events.forEach(observer);
        return new WorkerResult(Status.OK, "", List.of(), events, new Usage(1000, 1e6, null, null));
    }
}
