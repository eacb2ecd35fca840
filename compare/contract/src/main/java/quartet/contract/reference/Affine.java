package quartet.contract.reference;

/**
 * Affine layer, one row at a time.
 *
 * <pre>{@code y_j = b_j + sum_i x_i w_ij;   dw_ij = x_i dy_j;   db = dy;   dx_i = sum_j w_ij dy_j }</pre>
 *
 * Shapes: x [in], w [in, out], b [out], y [out].
 */
final class Affine implements Layer {
    private final Parameters parameters;
    private final String name;
    private final double[] w;
    private final double[] b;
    private double[] x = {};

    Affine(Parameters parameters, String name) {
        this.parameters = parameters;
        this.name = name;
        w = parameters.values(name + ".weight");
        b = parameters.values(name + ".bias");
    }

    @Override
    public Signal forward(Signal input) {
        x = input.values();
        double[] y = b.clone();
        double[] magnitudes = Signal.of(b).magnitudes();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                double product = x[i] * w[i * y.length + j];
                y[j] += product;
                magnitudes[j] += Math.abs(product);
            }
        }
        return new Signal(y, magnitudes);
    }

    @Override
    public double[] backward(double[] dy) {
        double[] dw = parameters.gradient(name + ".weight");
        double[] db = parameters.gradient(name + ".bias");
        double[] dx = new double[x.length];
        for (int j = 0; j < dy.length; j++) {
            db[j] += dy[j];
        }
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < dy.length; j++) {
                dw[i * dy.length + j] += x[i] * dy[j];
                dx[i] += w[i * dy.length + j] * dy[j];
            }
        }
        return dx;
    }
}
