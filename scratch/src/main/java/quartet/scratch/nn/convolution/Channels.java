package quartet.scratch.nn.convolution;

import quartet.scratch.argument.Require;

/** Checks of the channels of convolutions. */
final class Channels {
    private Channels() {}

    /** Accepts positive numbers of channels that can be divided among the groups. */
    static void require(String name, int inputs, int outputs, int groups) {
        Require.positive(name, "inputChannels", inputs);
        Require.positive(name, "outputChannels", outputs);
        Require.that(
                inputs % groups == 0 && outputs % groups == 0,
                "%s: expected multiples of %d channels, one for each group, but was %d inputs and %d outputs",
                name,
                groups,
                inputs,
                outputs);
    }
}
