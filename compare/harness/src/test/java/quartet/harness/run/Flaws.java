package quartet.harness.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import quartet.contract.Batch;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.Weights;
import quartet.contract.reference.NamedArrays;
import quartet.contract.reference.Padding;
import quartet.contract.reference.ReferenceNetwork;
import quartet.contract.reference.ReferencePass;
import quartet.datasets.Features;

/** Mistakes of the forward and the backward pass. */
final class Flaws {
    private Flaws() {}

    /** Loss and gradients are multiplied by a factor that depends on the rows. */
    static final class Scaled extends FlawedLearner {
        private final DoubleUnaryOperator factor;

        Scaled(Start start, DoubleUnaryOperator factor) {
            super(start);
            this.factor = factor;
        }

        @Override
        double loss(Batch batch) {
            return factor.applyAsDouble(batch.rows()) * super.loss(batch);
        }

        @Override
        Weights gradients(Batch batch) {
            return rounded(pass(batch).gradients(), factor.applyAsDouble(batch.rows()));
        }
    }

    /** Takes one tensor for its transpose, and reports the gradient of the transpose. */
    static final class Transposed extends FlawedLearner {
        private final String name;

        Transposed(Start start, String name) {
            super(start);
            this.name = name;
        }

        @Override
        ReferencePass pass(Batch batch) {
            Map<String, Tensor> read = new LinkedHashMap<>(weights.asMap());
            Tensor tensor = weights.get(name);
            read.put(name, Tensor.of(tensor.transposed().data(), tensor.shape()));
            return new ReferenceNetwork(spec, new Weights(read)).pass(batch);
        }
    }

    /** Flattens images with the channels last, and brings the gradient back to the canonical rows. */
    static final class ChannelsLast extends FlawedLearner {
        ChannelsLast(Start start) {
            super(start);
        }

        @Override
        ReferencePass pass(Batch batch) {
            CnnSpec cnn = (CnnSpec) spec;
            int[] source = new int[cnn.flattened()];
            int channels = cnn.filters().get(cnn.filters().size() - 1);
            int next = 0;
            for (int y = 0; y < cnn.pooledHeight(); y++) {
                for (int x = 0; x < cnn.pooledWidth(); x++) {
                    for (int c = 0; c < channels; c++) {
                        source[(c * cnn.pooledHeight() + y) * cnn.pooledWidth() + x] = next++;
                    }
                }
            }
            float[] canonical = weights.get("hidden.weight").data();
            float[] read = new float[canonical.length];
            for (int f = 0; f < source.length; f++) {
                System.arraycopy(canonical, source[f] * cnn.hidden(), read, f * cnn.hidden(), cnn.hidden());
            }
            Map<String, Tensor> tensors = new LinkedHashMap<>(weights.asMap());
            tensors.put("hidden.weight", Tensor.of(read, source.length, cnn.hidden()));
            ReferencePass pass = new ReferenceNetwork(spec, new Weights(tensors)).pass(batch);
            double[] gradient = pass.gradients().get("hidden.weight");
            double[] copy = gradient.clone();
            for (int f = 0; f < source.length; f++) {
                System.arraycopy(copy, f * cnn.hidden(), gradient, source[f] * cnn.hidden(), cnn.hidden());
            }
            return pass;
        }
    }

    static final class Padded extends FlawedLearner {
        private final Padding padding;

        Padded(Start start, Padding padding) {
            super(start);
            this.padding = padding;
        }

        @Override
        ReferencePass pass(Batch batch) {
            return new ReferenceNetwork(spec, weights, padding, DoubleUnaryOperator.identity()).pass(batch);
        }
    }

    /** Computes logits and loss from means over the positions that held a token in the batch before. */
    static final class StaleMask extends FlawedLearner {
        StaleMask(Start start) {
            super(start);
        }

        @Override
        double[][] predict(Batch batch) {
            return dense().predict(means(batch));
        }

        @Override
        double loss(Batch batch) {
            return dense().loss(new Batch(means(batch), batch.targets()));
        }

        private ReferenceNetwork dense() {
            TextSpec text = (TextSpec) spec;
            Map<String, Tensor> tensors = new LinkedHashMap<>(weights.asMap());
            tensors.remove("embedding.weight");
            return new ReferenceNetwork(
                    MlpSpec.classifier(text.dimension(), text.hidden(), text.classes()), new Weights(tensors));
        }

        private Features means(Batch batch) {
            TextSpec text = (TextSpec) spec;
            int[] ids = batch.features().asTokens().ids();
            int[] mask =
                    previous.map(before -> before.features().asTokens().ids()).orElse(ids);
            float[] table = weights.get("embedding.weight").data();
            float[] means = new float[batch.rows() * text.dimension()];
            for (int row = 0; row < batch.rows(); row++) {
                for (int k = 0; k < text.dimension(); k++) {
                    double sum = 0;
                    int count = 0;
                    for (int i = row * text.length(); i < (row + 1) * text.length(); i++) {
                        sum += mask[i] == 0 ? 0 : table[ids[i] * text.dimension() + k];
                        count += mask[i] == 0 ? 0 : 1;
                    }
                    means[row * text.dimension() + k] = (float) (sum / count);
                }
            }
            return new Features.Values(new int[] {batch.rows(), text.dimension()}, means);
        }
    }

    /** Rounds weights and the inputs of layers, after an error as large as that of float32 where float32 is not exact. */
    static final class Half extends FlawedLearner {
        private final DoubleUnaryOperator format;
        private final boolean results;

        Half(Start start, DoubleUnaryOperator format, boolean results) {
            super(start);
            this.format = format;
            this.results = results;
        }

        /** 8 significant bits: the upper half of a float32. */
        static double bfloat16(double x) {
            int bits = Float.floatToRawIntBits((float) x);
            return Float.intBitsToFloat((bits + 0x7fff + (bits >>> 16 & 1)) & 0xffff0000);
        }

        /** 11 significant bits, by Veltkamp's splitting; below 2^-14 multiples of 2^-24. */
        static double float16(double x) {
            if (Math.abs(x) < 0x1p-14) {
                return Math.rint(x * 0x1p24) * 0x1p-24;
            }
            float c = (float) x * 8193f;
            return c - (c - (float) x);
        }

        @Override
        ReferencePass pass(Batch batch) {
            Map<String, Tensor> read = new LinkedHashMap<>();
            weights.asMap().forEach((name, tensor) -> {
                float[] values = new float[tensor.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) format.applyAsDouble(tensor.data()[i]);
                }
                read.put(name, new Tensor(tensor.shape(), values));
            });
            Random noise = new Random(1);
            ReferencePass pass = new ReferenceNetwork(
                            spec,
                            new Weights(read),
                            Padding.ZERO,
                            x -> format.applyAsDouble((float) x == x ? x : x * (1 + 1e-7 * noise.nextGaussian())))
                    .pass(batch);
            if (results) {
                NamedArrays gradients = pass.gradients();
                gradients.names().forEach(name -> round(gradients.get(name)));
                Arrays.stream(pass.predictions()).forEach(this::round);
            }
            return pass;
        }

        private void round(double[] values) {
            Arrays.setAll(values, i -> format.applyAsDouble(values[i]));
        }
    }
}
