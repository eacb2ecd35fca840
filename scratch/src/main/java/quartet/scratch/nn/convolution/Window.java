package quartet.scratch.nn.convolution;

/**
 * A kernel along one axis. Position i and element u of the kernel meet the input at {@code i stride + u dilation -
 * padding}.
 */
record Window(int kernel, int stride, int dilation, int padding) {
    /** The window of an axis of extent 1 that the convolution does not change. */
    static final Window SINGLE = new Window(1, 1, 1, 0);

    /** Returns the number of positions on an input; not positive if the kernel does not fit. */
    int positions(int extent) {
        int free = extent + 2 * padding - dilation * (kernel - 1) - 1;
        return free < 0 ? 0 : free / stride + 1;
    }

    /** Returns the smallest extent on which the kernel has the given number of positions. */
    int extent(int positions) {
        return (positions - 1) * stride - 2 * padding + dilation * (kernel - 1) + 1;
    }

    /** Returns the index in the input, which is in the padding if it is negative or too large. */
    int input(int position, int element) {
        return position * stride + element * dilation - padding;
    }
}
