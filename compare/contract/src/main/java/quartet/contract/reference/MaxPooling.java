package quartet.contract.reference;

import java.util.ArrayList;
import java.util.List;
import quartet.contract.CnnSpec;

/**
 * Maximum over windows of 2 x 2 pixels of one image; an odd last row or column is dropped.
 *
 * <pre>{@code y[c,i,j] = max_{u,v < 2} x[c, 2i+u, 2j+v];   dx[argmax] = dy, all else zero }</pre>
 *
 * Shapes: x [channels, height, width], y [channels, height / 2, width / 2].
 */
final class MaxPooling implements Layer {
    private static final int SIZE = CnnSpec.POOL;

    private final String name;
    private final int channels;
    private final int height;
    private final int width;
    private Signal x = Signal.of(new double[0]);
    private int[] argmax = {};

    MaxPooling(String name, int channels, int height, int width) {
        this.name = name;
        this.channels = channels;
        this.height = height;
        this.width = width;
    }

    @Override
    public Signal forward(Signal input) {
        x = input;
        int size = channels * (height / SIZE) * (width / SIZE);
        argmax = new int[size];
        double[] y = new double[size];
        double[] magnitudes = new double[size];
        for (int i = 0; i < size; i++) {
            int best = corner(i);
            for (int candidate : window(i)) {
                best = x.values()[candidate] > x.values()[best] ? candidate : best;
            }
            argmax[i] = best;
            y[i] = x.values()[best];
            magnitudes[i] = x.magnitudes()[best];
        }
        return new Signal(y, magnitudes);
    }

    @Override
    public double[] backward(double[] dy) {
        double[] dx = new double[x.length()];
        for (int i = 0; i < dy.length; i++) {
            dx[argmax[i]] += dy[i];
        }
        return dx;
    }

    /**
     * Returns the near-ties. Equal numbers are excluded, because they come from equal pixels, so every choice gives
     * the same gradients.
     */
    @Override
    public List<NearTie> nearTies() {
        List<NearTie> ties = new ArrayList<>();
        for (int i = 0; i < argmax.length; i++) {
            double largest = x.values()[argmax[i]];
            for (int candidate : window(i)) {
                double margin = largest - x.values()[candidate];
                double magnitude = Math.max(x.magnitudes()[argmax[i]], x.magnitudes()[candidate]);
                if (margin > 0 && NearTie.within(margin, magnitude)) {
                    ties.add(new NearTie(name, i, candidate, margin));
                }
            }
        }
        return ties;
    }

    @Override
    public void flip(NearTie tie) {
        argmax[tie.output()] = tie.alternative();
    }

    private int corner(int output) {
        int columns = width / SIZE;
        int rows = height / SIZE;
        int channel = output / (rows * columns);
        return (channel * height + output / columns % rows * SIZE) * width + output % columns * SIZE;
    }

    private int[] window(int output) {
        int corner = corner(output);
        return new int[] {corner, corner + 1, corner + width, corner + width + 1};
    }
}
