package quartet.scratch.kernel.vector.runtime;

/**
 * The loops over explicit vectors, each of which has a plain twin that gives the same bits. HotSpot interprets a method
 * first, and interpreted vectors are objects, a hundred times slower than the instructions that C2 finally makes of
 * them. So the plain twin does the work until the {@link JitWarmup} has seen that the vectors are faster. As both ways
 * give the same bits, the moment of the change is not seen in a result.
 */
public enum VectorLoop {
    MATRIX_TILE,
    WIDE_MATRIX_TILE,
    PANEL_TILE,
    PIXEL_TILE,
    WIDE_PIXEL_TILE,
    WINDOW_TILE,
    CHANNEL_BLOCKS,
    SUMS,
    POOLING,
    POOLING_BACKWARD,
    RECTIFIER,
    WINOGRAD_IMAGE,
    WINOGRAD_RESULTS;

    private volatile boolean compiled;

    /** Whether the vectors are to be used from now on. */
    public boolean isCompiled() {
        return compiled;
    }

    public void setCompiled(boolean compiled) {
        this.compiled = compiled;
    }
}
