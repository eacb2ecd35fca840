package quartet.harness.run;

import java.util.HashMap;
import java.util.Map;
import quartet.contract.Batch;
import quartet.contract.Weights;
import quartet.contract.experiment.Experiment;
import quartet.contract.reference.ReferenceNetwork;
import quartet.contract.reference.ReferencePass;
import quartet.contract.worker.ProbePhase;

/**
 * What a network ought to compute, in float64, for the batches of the {@link ProbePhase}. Passes at the common weights
 * are computed once for all engines.
 */
final class Truth {
    private final Experiment experiment;
    private final Map<Integer, Weights> starts;
    private final Map<Integer, Judged> common = new HashMap<>();

    /** A batch, the network that it meets, and what they compute. */
    record Judged(Batch batch, Weights weights, ReferenceNetwork network, ReferencePass pass) {}

    /** The truth about an experiment whose probes start from these weights, by step of training. */
    Truth(Experiment experiment, Map<Integer, Weights> starts) {
        this.experiment = experiment;
        this.starts = Map.copyOf(starts);
    }

    /** Returns the first step from a start, at the weights that all engines have in common. */
    Judged first(int start) {
        return common.computeIfAbsent(
                start, key -> judge(batch(start, 0), starts.getOrDefault(start, experiment.initial())));
    }

    /** Returns a later step from a start, at the weights that an engine has reached by itself. */
    Judged later(int start, int step, Weights own) {
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
