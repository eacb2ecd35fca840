package quartet.harness.engines;

import java.util.ArrayList;
import java.util.List;
import quartet.contract.Learner;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;

/** Takes memory until there is none. */
public final class HungryEngine extends DelegatingEngine {
    public HungryEngine() {
        super("hungry");
    }

    @Override
    public Learner create(ModelSpec spec, TrainingSpec training, Weights initial) {
        List<long[]> kept = new ArrayList<>();
        while (kept.size() < 1_000_000) {
            kept.add(new long[1_000_000]);
        }
        return super.create(spec, training, initial);
    }
}
