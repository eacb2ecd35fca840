package quartet.scratch.nn.convolution;

import quartet.scratch.argument.Require;

/**
 * The movement of a kernel over an input, which is the same along each axis.
 *
 * <pre>{@code ConvolutionSettings.none().stride(2).padding(1) }</pre>
 *
 * @param stride the distance between the positions of the kernel
 * @param dilation the distance between the inputs that one position reads
 * @param padding the number of zeros before and after the input along each axis
 * @param groups the number of groups of channels; outputs of a group read the inputs of the same group only
 */
public record ConvolutionSettings(int stride, int dilation, int padding, int groups) {
    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException if padding is negative or another number is not positive
     */
    public ConvolutionSettings {
        Require.positive("ConvolutionSettings", "stride", stride);
        Require.positive("ConvolutionSettings", "dilation", dilation);
        Require.atLeast("ConvolutionSettings: padding", 0, padding);
        Require.positive("ConvolutionSettings", "groups", groups);
    }

    /** Returns the settings of stride 1, dilation 1, no padding and one group. */
    public static ConvolutionSettings none() {
        return new ConvolutionSettings(1, 1, 0, 1);
    }

    /** Returns these settings with another stride. */
    public ConvolutionSettings stride(int distance) {
        return new ConvolutionSettings(distance, dilation, padding, groups);
    }

    /** Returns these settings with another dilation. */
    public ConvolutionSettings dilation(int distance) {
        return new ConvolutionSettings(stride, distance, padding, groups);
    }

    /** Returns these settings with another padding. */
    public ConvolutionSettings padding(int zeros) {
        return new ConvolutionSettings(stride, dilation, zeros, groups);
    }

    /** Returns these settings with another number of groups. */
    public ConvolutionSettings groups(int count) {
        return new ConvolutionSettings(stride, dilation, padding, count);
    }

    Window window(int kernel) {
        return new Window(kernel, stride, dilation, padding);
    }
}
