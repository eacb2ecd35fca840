package quartet.scratch.kernel;

/** Images one at a time, wherever they stand or come from. */
interface Images {
    /** The array with an image, until the same thread asks for the next one. */
    float[] array(int image);

    /** Where in its array an image begins. */
    int start(int image);

    /** Those of a batch, of so many numbers each. */
    static Images of(float[] batch, int size) {
        return new Images() {
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
