package quartet.scratch.nn.image;

/** The treatment of the border of an image by a convolution. */
public enum Padding {
    /** Zeros around the image, so that the output has its size; an odd zero goes to the bottom and the right. */
    SAME,
    /** No zeros; the output is smaller by the kernel size minus one. */
    VALID;

    /** Returns the zeros before the first row or column. */
    int before(int kernelSize) {
        return this == SAME ? (kernelSize - 1) / 2 : 0;
    }

    /** Returns the output's extent; not positive if the kernel does not fit. */
    int outputExtent(int extent, int kernelSize) {
        return this == SAME ? extent : extent - kernelSize + 1;
    }
}
