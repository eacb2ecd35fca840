package quartet.scratch.generative;

import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * The random middle of a variational autoencoder: draws a code so that gradients pass through the draw, and tells how
 * far its distribution is from the prior.
 * <pre>{@code
 * z = m + e^{l/2} e,   e standard normal from outside      (the reparameterization trick)
 * KL(N(m, e^l) || N(0, 1)) = -1/2 sum_j (1 + l_j - m_j^2 - e^{l_j}),   averaged over the batch
 * dm = dz + m / batch;    dl = dz e e^{l/2} / 2 + (e^l - 1) / (2 batch)
 * }</pre>
 * Shapes: the parameters [batch, 2 latent], first m, then l, the logarithms of the variances; e, z and dz [batch,
 * latent]. Source: Kingma, Welling (2014), "Auto-Encoding Variational Bayes", section 2.4 and appendix B.
 */
final class GaussianLatent {

    private final int latent;
    private Tensor parameters = Tensor.none();
    private Tensor noise = Tensor.none();
    private Tensor sample = Tensor.none();
    private Tensor gradient = Tensor.none();

    GaussianLatent(int latent) {
        this.latent = latent;
    }

    /** z for the given noise; both are kept for {@link #backward}. */
    Tensor forward(Tensor parameters, Tensor noise) {
        if (!noise.hasShape(parameters.dimension(0), latent)) {
            throw Shapes.mismatch(
                    "VariationalAutoencoder", "noise [" + parameters.dimension(0) + ", " + latent + "]", noise);
        }
        this.parameters = parameters;
        this.noise = noise;
        sample = parameters.reuse(sample, parameters.dimension(0), latent);
        for (int i = 0; i < sample.size(); i++) {
            sample.set(i, mean(i) + Math.exp(logVariance(i) / 2) * noise.get(i));
        }
        return sample;
    }

    /** The mean divergence of a row, in nats. */
    double divergence() {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            double m = mean(i);
            double l = logVariance(i);
            sum -= (1 + l - m * m - Math.exp(l)) / 2;
        }
        return sum / sample.dimension(0);
    }

    /**
     * The gradient of the loss plus the divergence by the parameters [batch, 2 latent], given that of the loss by z.
     */
    Tensor backward(Tensor dz) {
        gradient = parameters.reuse(gradient);
        int batch = sample.dimension(0);
        for (int i = 0; i < sample.size(); i++) {
            double l = logVariance(i);
            gradient.set(meanIndex(i), dz.get(i) + mean(i) / batch);
            gradient.set(
                    meanIndex(i) + latent,
                    dz.get(i) * noise.get(i) * Math.exp(l / 2) / 2 + (Math.exp(l) - 1) / (2 * batch));
        }
        return gradient;
    }

    private double mean(int i) {
        return parameters.get(meanIndex(i));
    }

    private double logVariance(int i) {
        return parameters.get(meanIndex(i) + latent);
    }

    /** Where the mean of element i of z stands among the parameters. */
    private int meanIndex(int i) {
        return i / latent * 2 * latent + i % latent;
    }
}
