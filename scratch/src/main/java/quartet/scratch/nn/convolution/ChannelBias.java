package quartet.scratch.nn.convolution;

import quartet.scratch.tensor.Tensor;

/** The bias of each channel of images [n, channels, ...]. */
final class ChannelBias {
    private ChannelBias() {}

    /** Adds b [channels] to y. */
    static void add(Tensor b, Tensor y) {
        int pixels = y.size() / (y.dimension(0) * b.size());
        for (int i = 0; i < y.size(); i++) {
            y.add(i, b.get(i / pixels % b.size()));
        }
    }

    /** Computes the sums db [channels] of dy. */
    static void gradient(Tensor dy, Tensor db) {
        int pixels = dy.size() / (dy.dimension(0) * db.size());
        double[] sums = new double[db.size()];
        for (int i = 0; i < dy.size(); i++) {
            sums[i / pixels % sums.length] += dy.get(i);
        }
        for (int channel = 0; channel < sums.length; channel++) {
            db.set(channel, sums[channel]);
        }
    }
}
