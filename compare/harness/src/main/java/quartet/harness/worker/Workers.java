package quartet.harness.worker;

import java.nio.file.Path;
import java.util.function.Consumer;
import quartet.contract.worker.WorkerEvent;
import quartet.contract.worker.WorkerFolder;
import quartet.contract.worker.WorkerJob;

/** Runs jobs. A failed job is a result, never an exception. */
@FunctionalInterface
public interface Workers {

    /**
     * Runs a job until it ends.
     *
     * @param folder for the job and its output; created if necessary
     * @param log receives the worker's output, appended to its current content, up to {@link WorkerLog#MAXIMUM_BYTES}
     * @param observer receives every event, soon after it is reported
     */
    WorkerResult run(
            InstalledEngine engine, WorkerJob job, WorkerFolder folder, Path log, Consumer<WorkerEvent> observer);
}
