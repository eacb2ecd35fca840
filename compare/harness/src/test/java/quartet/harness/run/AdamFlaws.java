package quartet.harness.run;

import quartet.contract.Batch;
import quartet.contract.Tensor;
import quartet.contract.Weights;

/** Mistakes of the update. */
final class AdamFlaws {
    private AdamFlaws() {}

    /** The length of a step from the moments, the number of the step and the settings. */
    interface Formula {
        double length(double m, double v, double c1, double c2, double epsilon);
    }

    static final class OtherFormula extends FlawedLearner {
        private final Formula formula;

        OtherFormula(Start start, Formula formula) {
            super(start);
            this.formula = formula;
        }

        @Override
        double length(double m, double v, int t) {
            double c1 = 1 - Math.pow(beta1(), t);
            double c2 = 1 - Math.pow(beta2(), t);
            return formula.length(m, v, c1, c2, training.epsilon());
        }
    }

    static final class SwappedBetas extends FlawedLearner {
        SwappedBetas(Start start) {
            super(start);
        }

        @Override
        double beta1() {
            return training.beta2();
        }

        @Override
        double beta2() {
            return training.beta1();
        }
    }

    /** Decay that enters the moments, or shrinks the weight directly; biases decay too. */
    static final class Decay extends FlawedLearner {
        private final double coupled;
        private final double decoupled;

        Decay(Start start, double coupled, double decoupled) {
            super(start);
            this.coupled = coupled;
            this.decoupled = decoupled;
        }

        @Override
        double decayed(double weight, double gradient) {
            return gradient + coupled * weight;
        }

        @Override
        double moved(double weight, double length) {
            return weight - training.learningRate() * (length + decoupled * weight);
        }
    }

    /** The reported loss and gradients contain the penalty of the weights without the biases. */
    static final class Penalty extends FlawedLearner {
        private final double lambda;

        Penalty(Start start, double lambda) {
            super(start);
            this.lambda = lambda;
        }

        @Override
        double loss(Batch batch) {
            double squares = 0;
            for (String name : weights.names()) {
                for (float w : weights.get(name).data()) {
                    squares += name.endsWith(".weight") ? (double) w * w : 0;
                }
            }
            return super.loss(batch) + lambda / 2 * squares;
        }

        @Override
        Weights gradients(Batch batch) {
            Weights gradients = super.gradients(batch);
            gradients.asMap().forEach((name, tensor) -> add(name, tensor));
            return gradients;
        }

        private void add(String name, Tensor gradient) {
            for (int i = 0; i < gradient.size() && name.endsWith(".weight"); i++) {
                gradient.data()[i] += (float) (lambda * weights.get(name).data()[i]);
            }
        }
    }
}
