package quartet.contract.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * Rectifier.
 *
 * <pre>{@code y_i = max(0, x_i);   dx_i = dy_i [x_i > 0] }</pre>
 */
final class Rectifier implements Layer {
    private final String name;
    private Signal x = Signal.of(new double[0]);
    private boolean[] open = {};

    Rectifier(String name) {
        this.name = name;
    }

    @Override
    public Signal forward(Signal input) {
        x = input;
        open = new boolean[input.length()];
        double[] y = new double[input.length()];
        for (int i = 0; i < y.length; i++) {
            open[i] = input.values()[i] > 0;
            y[i] = Math.max(0, input.values()[i]);
        }
        return new Signal(y, input.magnitudes());
    }

    @Override
    public double[] backward(double[] dy) {
        double[] dx = new double[dy.length];
        for (int i = 0; i < dx.length; i++) {
            dx[i] = open[i] ? dy[i] : 0;
        }
        return dx;
    }

    @Override
    public List<NearTie> nearTies() {
        List<NearTie> ties = new ArrayList<>();
        for (int i = 0; i < x.length(); i++) {
            double margin = Math.abs(x.values()[i]);
            if (NearTie.within(margin, x.magnitudes()[i]) && x.magnitudes()[i] > 0) {
                ties.add(new NearTie(name, i, i, margin));
            }
        }
        return ties;
    }

    @Override
    public void flip(NearTie tie) {
        open[tie.output()] = !open[tie.output()];
    }
}
