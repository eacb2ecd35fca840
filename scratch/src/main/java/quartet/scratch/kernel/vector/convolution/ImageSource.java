package quartet.scratch.kernel.vector.convolution;

/** ImageSource one at a time, wherever they stand or come from. */
public interface ImageSource {
    /** The array with an image, until the same thread asks for the next one. */
    float[] array(int image);

    /** Where in its array an image begins. */
    int start(int image);

    /** Those of a batch, of so many numbers each. */
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
