package quartet.harness.worker;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartet.contract.worker.WorkerEvent;
import quartet.harness.launch.Energy;

/** The energy of a training, between the events before and after it. */
final class EnergyWatch {
    private Optional<Energy> start = Optional.empty();
    private @Nullable Double joules;

    /** To be called with every event, soon after it was reported. */
    void observe(WorkerEvent event) {
        if (event instanceof WorkerEvent.ColdStart) {
            start = Energy.read();
        } else if (event instanceof WorkerEvent.Trained && start.isPresent()) {
            joules = Energy.read().map(end -> end.joulesSince(start.get())).orElse(null);
        }
    }

    /** Joules; null if the machine does not tell. */
    @Nullable
    Double joules() {
        return joules;
    }
}
