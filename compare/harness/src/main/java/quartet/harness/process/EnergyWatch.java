package quartet.harness.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartet.contract.worker.WorkerEvent;
import quartet.harness.launch.Energy;

/** Measures the energy of a training, between the events before and after it. */
public final class EnergyWatch {
    private Optional<Energy> start = Optional.empty();
    private @Nullable Double joules;

    /** Called with every event, soon after it is reported. */
    public void observe(WorkerEvent event) {
        if (event instanceof WorkerEvent.ColdStart) {
            start = Energy.read();
        } else if (event instanceof WorkerEvent.Trained && start.isPresent()) {
            joules = Energy.read().map(end -> end.joulesSince(start.get())).orElse(null);
        }
    }

    /** Returns the energy in joules; null if the machine does not provide it. */
    @Nullable
    public Double joules() {
        return joules;
    }
}
