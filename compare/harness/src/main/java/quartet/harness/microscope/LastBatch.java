package quartet.harness.microscope;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import quartet.contract.Batch;
import quartet.contract.ModelSpec;
import quartet.contract.TrainingSpec;
import quartet.contract.Weights;
import quartet.contract.reference.NamedArrays;
import quartet.contract.reference.ReferenceNetwork;
import quartet.contract.reference.ReferencePass;

/**
 * Mistakes with a batch that has fewer rows than the others. They do not affect full batches.
 *
 * <pre>{@code
 * padded   rows are appended until the batch is full; the mean is over the full batch, or divided by the real rows
 * divided  loss and gradients of the real rows, divided by the full batch size
 * dropped  gradients 0, weights unchanged, loss 0 or that of the previous batch
 * }</pre>
 */
final class LastBatch {
    private final ModelSpec spec;
    private final int batchSize;

    private LastBatch(ModelSpec spec, int batchSize) {
        this.spec = spec;
        this.batchSize = batchSize;
    }

    static List<Hypothesis> all(ModelSpec spec, TrainingSpec training) {
        LastBatch last = new LastBatch(spec, training.batchSize());
        return List.of(
                new Mistake(last.batchSize, "its sum is divided by the full batch size", last::divided),
                new Mistake(last.batchSize, "it is dropped", last::dropped),
                last.padded("rows of zeros are appended", (o, count) -> BatchRows.zeros(spec, count)),
                last.padded(
                        "rows of the previous batch are left in the buffer",
                        (o, count) -> BatchRows.slice(previous(o), o.batch().rows(), count)),
                last.padded(
                        "the first rows of the previous batch are appended",
                        (o, count) -> BatchRows.slice(previous(o), 0, count)),
                last.padded("its own rows are repeated", (o, count) -> BatchRows.slice(o.batch(), 0, count)),
                last.padded(
                        "its last row is repeated",
                        (o, count) -> BatchRows.repeat(o.batch(), o.batch().rows() - 1, count)));
    }

    /** A mistake that applies only to batches that are not full. */
    private record Mistake(int batchSize, String detail, Function<Observation, Map<Quantity, Double>> effect)
            implements Hypothesis {
        @Override
        public Suspect suspect() {
            return Suspect.LAST_BATCH;
        }

        @Override
        public Map<Quantity, Double> misfits(Observation observation) {
            return observation.batch().rows() < batchSize ? effect.apply(observation) : Map.of();
        }
    }

    /** Returns the previous batch, or the batch itself at the first step, because a buffer contains nothing else. */
    private static Batch previous(Observation observation) {
        return observation.previous().orElse(observation).batch();
    }

    private Hypothesis padded(String detail, BiFunction<Observation, Integer, Batch> rows) {
        return new Mistake(batchSize, detail, observation -> {
            int real = observation.batch().rows();
            Batch full = BatchRows.append(observation.batch(), rows.apply(observation, batchSize - real));
            ReferencePass pass = new ReferenceNetwork(spec, observation.before()).pass(full);
            return Misfit.smaller(
                    List.of(scaled(observation, pass, 1), scaled(observation, pass, (double) batchSize / real)));
        });
    }

    private Map<Quantity, Double> divided(Observation observation) {
        return scaled(
                observation, observation.truth(), (double) observation.batch().rows() / batchSize);
    }

    private static Map<Quantity, Double> scaled(Observation observation, ReferencePass pass, double factor) {
        Map<Quantity, Double> misfits = new EnumMap<>(Quantity.class);
        misfits.put(Quantity.LOSS, Misfit.loss(observation.loss(), factor * pass.loss()));
        misfits.put(Quantity.GRADIENTS, Misfit.gradients(observation.gradients(), pass.gradients(), factor));
        return misfits;
    }

    private Map<Quantity, Double> dropped(Observation observation) {
        Map<Quantity, Double> misfits = new EnumMap<>(Quantity.class);
        double before = observation.previous().map(Observation::loss).orElse(0.0);
        misfits.put(Quantity.LOSS, Math.min(Math.abs(observation.loss()), Misfit.loss(observation.loss(), before)));
        misfits.put(Quantity.GRADIENTS, largest(observation.gradients()));
        misfits.put(Quantity.UPDATE, observation.updated().equals(observation.before()) ? 0 : Double.MAX_VALUE);
        return misfits;
    }

    private static double largest(Weights gradients) {
        double largest = 0;
        NamedArrays arrays = NamedArrays.of(gradients);
        for (String name : arrays.names()) {
            for (double value : arrays.get(name)) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }
}
