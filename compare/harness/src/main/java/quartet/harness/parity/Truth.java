package quartet.harness.parity;

import java.util.HashMap;
import java.util.Map;
import quartet.contract.Batch;
import quartet.contract.Weights;
import quartet.contract.experiment.Experiment;
import quartet.contract.reference.ReferenceNetwork;
import quartet.contract.reference.ReferencePass;
import quartet.contract.worker.ProbePhase;

/**
 * The float64 reference results for the batches of the {@link ProbePhase}. Results at the common weights are computed
 * once for all engines.
 */
public final class Truth {
    private final Experiment experiment;
    private final Map<Integer, Weights> starts;
    private final Map<Integer, Judged> common = new HashMap<>();

    /** A batch with its weights, the reference network, and the network's results. */
    record Judged(Batch batch, Weights weights, ReferenceNetwork network, ReferencePass pass) {}

    /** Creates the reference for an experiment whose probes start from these weights, by training step. */
    public Truth(Experiment experiment, Map<Integer, Weights> starts) {
        this.experiment = experiment;
        this.starts = Map.copyOf(starts);
    }

    /** Returns the reference for the first step from a start, at the weights that all engines share. */
    public Judged first(int start) {
        return common.computeIfAbsent(
                start, key -> judge(batch(start, 0), starts.getOrDefault(start, experiment.initial())));
    }

    /** Returns the reference for a later step from a start, at the weights that one engine has reached. */
    public Judged later(int start, int step, Weights own) {
        return judge(batch(start, step), own);
    }

    private Batch batch(int start, int step) {
        return ProbePhase.batch(
                experiment.data().train(),
                experiment.order(),
                experiment.training().batchSize(),
                start,
                step);
    }

    private Judged judge(Batch batch, Weights weights) {
        ReferenceNetwork network = new ReferenceNetwork(experiment.spec(), weights);
        return new Judged(batch, weights, network, network.pass(batch));
    }
}
