package quartet.harness;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quartet.contract.worker.WorkerEvent;

/**
 * How a worker ended.
 *
 * @param status whether its answers are complete
 * @param reason one line; empty if the status is ok
 * @param stderr the end of what it printed; empty if the status is ok
 * @param events what it reported
 * @param peakRssBytes peak resident memory
 */
record WorkerResult(Status status, String reason, List<String> stderr, List<WorkerEvent> events, long peakRssBytes) {
    WorkerResult {
        stderr = List.copyOf(stderr);
        events = List.copyOf(events);
    }

    boolean ok() {
        return status == Status.OK;
    }

    /** The same end, but failed: the answers cannot be used. */
    WorkerResult refused(BadAnswerException e) {
        return new WorkerResult(Status.FAILED, String.valueOf(e.getMessage()), stderr, events, peakRssBytes);
    }

    <E extends WorkerEvent> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    <E extends WorkerEvent> Optional<E> first(Class<E> type) {
        return all(type).findFirst();
    }
}
