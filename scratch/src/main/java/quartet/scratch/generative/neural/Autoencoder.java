package quartet.scratch.generative.neural;

import java.util.List;
import quartet.scratch.argument.Require;
import quartet.scratch.backend.Backend;
import quartet.scratch.nn.Layer;
import quartet.scratch.nn.Parameter;
import quartet.scratch.nn.Sequential;
import quartet.scratch.nn.loss.MeanSquaredError;
import quartet.scratch.optim.Optimizer;
import quartet.scratch.tensor.Tensor;

/**
 * An autoencoder: an encoder maps data to a shorter code, a decoder maps the code back.
 * <pre>{@code
 * z = encoder(x);   y = decoder(z);   L = mean of (y - x)^2 over all elements
 * }</pre>
 * If both networks are one affine layer, the minimum is reached when the code spans the first principal components, so
 * the loss of the best linear autoencoder is the variance that {@link quartet.scratch.linalg.application.Pca} leaves
 * over. Shapes: x and y [batch, ...], z as the encoder returns it. Source: Hinton, Salakhutdinov (2006), "Reducing the
 * Dimensionality of Data with Neural Networks"; Baldi, Hornik (1989), "Neural Networks and Principal Component
 * Analysis", for the linear case.
 */
public final class Autoencoder {
    private final Sequential encoder;
    private final Sequential decoder;
    private final Sequential both;
    private final MeanSquaredError loss;

    /**
     * Creates an autoencoder of two networks, whose weights the caller initializes.
     *
     * @throws IllegalArgumentException if a layer occurs twice or two parameters have the same name
     */
    public Autoencoder(Sequential encoder, Sequential decoder, Backend backend) {
        Require.notNull("Autoencoder", "encoder", encoder);
        Require.notNull("Autoencoder", "decoder", decoder);
        Require.notNull("Autoencoder", "backend", backend);
        this.encoder = encoder;
        this.decoder = decoder;
        this.both = new Sequential(encoder, decoder);
        this.loss = new MeanSquaredError(backend);
    }

    /** Returns the parameters of both networks. */
    public List<Parameter> parameters() {
        return both.parameters();
    }

    /** Returns the network from the data to their reconstruction, for example to save it. */
    public Layer network() {
        return both;
    }

    /**
     * Performs one training step.
     *
     * @param x [batch, ...]
     * @param optimizer an optimizer of this model only
     * @return the mean squared error before the step
     * @throws IllegalArgumentException if the networks do not accept the shape or do not restore it
     */
    public double trainStep(Tensor x, Optimizer optimizer) {
        Require.notNull("Autoencoder", "x", x);
        Require.notNull("Autoencoder", "optimizer", optimizer);
        double mean = loss.forward(both.forward(x, true), x);
        both.backwardParameters(loss.backward());
        optimizer.step(both.parameters());
        return mean;
    }

    /** Returns the mean squared error of the reconstruction of x. */
    public double error(Tensor x) {
        Require.notNull("Autoencoder", "x", x);
        return loss.forward(both.forward(x, false), x);
    }

    /** Returns the codes of x in a new tensor. */
    public Tensor encode(Tensor x) {
        Require.notNull("Autoencoder", "x", x);
        return encoder.forward(x, false).copy();
    }

    /** Returns the data for codes in a new tensor. */
    public Tensor decode(Tensor z) {
        Require.notNull("Autoencoder", "z", z);
        return decoder.forward(z, false).copy();
    }
}
