package quartet.scratch.kernel.vector.convolution;

/** Supplies images one at a time: from a batch, or computed on demand. */
public interface ImageSource {
    /** Returns the array that contains an image. It is valid until the same thread requests the next image. */
    float[] array(int image);

    /** Returns the index in its array at which an image begins. */
    int start(int image);

    /** Returns the images of a batch, of size numbers each. */
    static ImageSource of(float[] batch, int size) {
        return new ImageSource() {
            @Override
            public float[] array(int image) {
                return batch;
            }

            @Override
            public int start(int image) {
                return image * size;
            }
        };
    }
}
