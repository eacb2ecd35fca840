package quartet.scratch.generative;

import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * The latent variable of a variational autoencoder: the reparameterized sample and its Kullback-Leibler divergence from
 * the prior.
 * <pre>{@code
 * z = m + e^{l/2} e,   e standard normal from outside      (the reparameterization trick)
 * KL(N(m, e^l) || N(0, 1)) = -1/2 sum_j (1 + l_j - m_j^2 - e^{l_j}),   averaged over the batch
 * dm = dz + m / batch;    dl = dz e e^{l/2} / 2 + (e^l - 1) / (2 batch)
 * }</pre>
 * Shapes: the parameters [batch, 2 latent] contain m, then l, the log-variances; e, z and dz are [batch, latent].
 * Source: Kingma, Welling (2014), "Auto-Encoding Variational Bayes", section 2.4 and appendix B.
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

    /** Returns z for the given noise, and keeps both for {@link #backward}. */
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

    /** Returns the KL divergence in nats, averaged over the batch. */
    double klDivergence() {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            double m = mean(i);
            double l = logVariance(i);
            sum -= (1 + l - m * m - Math.exp(l)) / 2;
        }
        return sum / sample.dimension(0);
    }

    /**
     * Returns the gradient of the loss plus the KL divergence with respect to the parameters [batch, 2 latent], given
     * the gradient of the loss with respect to z.
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

    /** Returns the index of the mean of element i of z in the parameters. */
    private int meanIndex(int i) {
        return i / latent * 2 * latent + i % latent;
    }
}
