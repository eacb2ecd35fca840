package quartet.harness.worker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quartet.contract.EngineInfo;
import quartet.contract.worker.WorkerEvent;
import quartet.harness.Status;
import quartet.harness.process.Usage;

/**
 * The result of a worker.
 *
 * @param status ok if its output is complete
 * @param reason one line; empty if the status is ok
 * @param stderr the last lines of its output; empty if the status is ok
 * @param events the events that it reported
 * @param usage the resources that it used
 */
public record WorkerResult(Status status, String reason, List<String> stderr, List<WorkerEvent> events, Usage usage) {
    public WorkerResult {
        stderr = List.copyOf(stderr);
        events = List.copyOf(events);
    }

    public boolean ok() {
        return status == Status.OK;
    }

    /** Returns the same result with a failed status, because the output cannot be used. */
    public WorkerResult refused(BadAnswerException e) {
        return new WorkerResult(Status.FAILED, String.valueOf(e.getMessage()), stderr, events, usage);
    }

    /** Returns the engine's description of itself; empty if it did not load. */
    public Optional<EngineInfo> info() {
        return first(WorkerEvent.Ready.class).map(WorkerEvent.Ready::engine);
    }

    /** Returns the engine's deviations from the specification; empty if it did not load. */
    public List<String> deviations() {
        return info().map(EngineInfo::deviations).orElse(List.of());
    }

    public <E extends WorkerEvent> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    public <E extends WorkerEvent> Optional<E> first(Class<E> type) {
        return all(type).findFirst();
    }
}
