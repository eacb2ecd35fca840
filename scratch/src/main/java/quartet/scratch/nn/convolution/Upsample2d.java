package quartet.scratch.nn.convolution;

import quartet.scratch.argument.Require;
import quartet.scratch.nn.Layer;
import quartet.scratch.tensor.Shapes;
import quartet.scratch.tensor.Tensor;

/**
 * Enlarges images by a whole factor.
 * <pre>{@code
 * NEAREST:    y[n,c,i,j] = x[n, c, floor(i / factor), floor(j / factor)]
 * BILINEAR:   y[n,c,i,j] = sum_{p,q} r[i,p] r[j,q] x[n,c,p,q]
 *             r[i,p] = max(0, 1 - |p - z|),   z = (i + 1/2) / factor - 1/2 clipped to the image
 * dx = sum over the y of the weight of x in y times dy
 * }</pre>
 * Pixels are squares whose centres are at half coordinates. Shapes: x [batch, channels, height, width], y [batch,
 * channels, factor height, factor width]. Source: Odena, Dumoulin, Olah (2016), "Deconvolution and Checkerboard
 * Artifacts", which recommends it before a convolution in place of a transposed convolution.
 */
public final class Upsample2d implements Layer {
    /** The methods of computing a new pixel. */
    public enum Mode {
        /** The nearest pixel. */
        NEAREST,
        /** The weighted mean of the four nearest pixels. */
        BILINEAR
    }

    private final int factor;
    private final Mode mode;
    private Tensor input = Tensor.none();
    private Tensor output = Tensor.none();
    private Tensor inputGradient = Tensor.none();
    private Axis rows = Axis.none();
    private Axis columns = Axis.none();

    /** The two old pixels that each new one reads along an axis, and the weight of the second one. */
    private record Axis(int[] first, int[] second, double[] weight) {
        static Axis none() {
            return new Axis(new int[0], new int[0], new double[0]);
        }

        static Axis of(int extent, int factor, Mode mode) {
            Axis axis = new Axis(new int[extent * factor], new int[extent * factor], new double[extent * factor]);
            for (int i = 0; i < extent * factor; i++) {
                double centre = (i + 0.5) / factor - 0.5;
                double z = mode == Mode.NEAREST ? Math.floorDiv(i, factor) : Math.max(0, Math.min(extent - 1, centre));
                axis.first[i] = (int) z;
                axis.second[i] = Math.min(extent - 1, axis.first[i] + 1);
                axis.weight[i] = z - axis.first[i];
            }
            return axis;
        }
    }

    /**
     * Creates a layer.
     *
     * @throws IllegalArgumentException if the factor is not positive
     */
    public Upsample2d(int factor, Mode mode) {
        Require.notNull("Upsample2d", "mode", mode);
        this.factor = Require.positive("Upsample2d", "factor", factor);
        this.mode = mode;
    }

    @Override
    public Tensor forward(Tensor input, boolean training) {
        Require.notNull("Upsample2d", "input", input);
        if (input.rank() != 4 || input.size() == 0) {
            throw Shapes.mismatch("Upsample2d", "images [batch, channels, height, width]", input);
        }
        this.input = input;
        int height = input.dimension(2);
        int width = input.dimension(3);
        rows = Axis.of(height, factor, mode);
        columns = Axis.of(width, factor, mode);
        output = input.reuse(output, input.dimension(0), input.dimension(1), factor * height, factor * width);
        int[] sources = new int[4];
        double[] weights = new double[4];
        for (int at = 0; at < output.size(); at++) {
            locate(at, sources, weights);
            double sum = 0;
            for (int k = 0; k < 4; k++) {
                sum += weights[k] == 0 ? 0 : weights[k] * input.get(sources[k]);
            }
            output.set(at, sum);
        }
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Shapes.requireGradientOf("Upsample2d", output, outputGradient);
        inputGradient = input.reuse(inputGradient);
        inputGradient.fill(0);
        int[] sources = new int[4];
        double[] weights = new double[4];
        for (int at = 0; at < output.size(); at++) {
            locate(at, sources, weights);
            for (int k = 0; k < 4; k++) {
                inputGradient.add(sources[k], weights[k] * outputGradient.get(at));
            }
        }
        return inputGradient;
    }

    /** Finds the four old pixels of a new one and their weights. */
    private void locate(int at, int[] sources, double[] weights) {
        int height = output.dimension(2);
        int width = output.dimension(3);
        int i = at / width % height;
        int j = at % width;
        int plane = at / width / height * input.dimension(2) * input.dimension(3);
        for (int k = 0; k < 4; k++) {
            boolean lower = k >= 2;
            boolean right = k % 2 == 1;
            int p = lower ? rows.second[i] : rows.first[i];
            int q = right ? columns.second[j] : columns.first[j];
            sources[k] = plane + p * input.dimension(3) + q;
            weights[k] =
                    (lower ? rows.weight[i] : 1 - rows.weight[i]) * (right ? columns.weight[j] : 1 - columns.weight[j]);
        }
    }
}
