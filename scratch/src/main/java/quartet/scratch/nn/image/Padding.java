package quartet.scratch.nn.image;

/** What a convolution does at the border of an image. */
public enum Padding {
    /** As many zeros around the image as keep its size; of an odd number, one more at the bottom and the right. */
    SAME,
    /** None: the output is smaller by the kernel's size less one. */
    VALID;

    /** The zeros before the first row or column. */
    int before(int kernelSize) {
        return this == SAME ? (kernelSize - 1) / 2 : 0;
    }

    /** The output's extent; not positive if the kernel does not fit. */
    int outputExtent(int extent, int kernelSize) {
        return this == SAME ? extent : extent - kernelSize + 1;
    }
}
