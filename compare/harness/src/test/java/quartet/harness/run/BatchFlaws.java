package quartet.harness.run;

import java.util.Arrays;
import quartet.contract.Batch;
import quartet.contract.Weights;
import quartet.contract.reference.ReferencePass;
import quartet.datasets.Features;
import quartet.datasets.Targets;

/** Mistakes with the last, smaller batch of numbers with classes. */
final class BatchFlaws {
    private BatchFlaws() {}

    /** A buffer for a full batch keeps the rows that a smaller batch does not overwrite. */
    static final class Buffer extends FlawedLearner {
        private final int leftovers;

        /** 1 keeps old rows, 0 clears them. */
        Buffer(Start start, int leftovers) {
            super(start);
            this.leftovers = leftovers;
        }

        @Override
        double[][] predict(Batch batch) {
            return super.pass(batch).predictions();
        }

        @Override
        ReferencePass pass(Batch batch) {
            return super.pass(previous.map(before -> filled(before, batch)).orElse(batch));
        }

        private Batch filled(Batch before, Batch batch) {
            Features.Values old = before.features().asValues();
            Features.Values rows = batch.features().asValues();
            float[] data = old.data().clone();
            int[] labels = before.targets().asClasses().labels().clone();
            for (int i = 0; i < data.length; i++) {
                data[i] = i < rows.data().length ? rows.data()[i] : leftovers * data[i];
            }
            for (int i = 0; i < labels.length; i++) {
                labels[i] = i < batch.rows() ? batch.targets().asClasses().labels()[i] : leftovers * labels[i];
            }
            return new Batch(
                    new Features.Values(old.shape(), data),
                    new Targets.Classes(labels, batch.targets().asClasses().classes()));
        }
    }

    /** Does nothing with a smaller batch, and reports a loss of 0. */
    static final class Dropping extends FlawedLearner {
        Dropping(Start start) {
            super(start);
        }

        @Override
        double loss(Batch batch) {
            return batch.rows() < training.batchSize() ? 0 : super.loss(batch);
        }

        @Override
        void train(Batch batch, Weights gradients) {
            if (batch.rows() == training.batchSize()) {
                super.train(batch, gradients);
            }
        }
    }

    /** The labels belong to the rows one further down: a mistake that the microscope does not know. */
    static final class ShiftedLabels extends FlawedLearner {
        ShiftedLabels(Start start) {
            super(start);
        }

        @Override
        ReferencePass pass(Batch batch) {
            int[] labels = batch.targets().asClasses().labels();
            int[] shifted = new int[labels.length];
            Arrays.setAll(shifted, i -> labels[(i + 1) % labels.length]);
            return super.pass(new Batch(
                    batch.features(),
                    new Targets.Classes(shifted, batch.targets().asClasses().classes())));
        }
    }
}
