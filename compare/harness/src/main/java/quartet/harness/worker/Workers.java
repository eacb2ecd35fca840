package quartet.harness.worker;

import java.nio.file.Path;
import java.util.function.Consumer;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob;

/** Carries out jobs. Every way in which a job can end is a result, never an exception. */
@FunctionalInterface
public interface Workers {

    /**
     * Runs a job to its end.
     *
     * @param folder for the job and its answers; created if necessary
     * @param log receives what the worker prints, after its current content, up to {@link WorkerLog#MAXIMUM_BYTES}
     * @param observer sees every event, soon after it was reported
     */
    WorkerResult run(
            InstalledEngine engine, WorkerJob job, WorkerFolder folder, Path log, Consumer<WorkerEvent> observer);
}
