package quartet.scratch.kernel.vector.runtime;

/**
 * The state of one loop that is written with the Vector API: interpreted, or compiled to vector instructions.
 *
 * <p>HotSpot interprets a method first. An interpreted vector is an object on the heap, and a loop over such objects is
 * about a hundred times slower than the vector instructions that C2 emits later. Each of these loops therefore has an
 * equivalent without vectors, which runs until {@link JitWarmup} finds the vector loop compiled. Both give the same
 * bits, so the moment of the switch never shows in a result.
 */
public final class VectorLoop {
    private final String name;
    private final Runnable sample;
    private volatile boolean compiled;

    /**
     * Creates a loop that is not compiled yet.
     *
     * @param name for messages
     * @param sample runs the vector loop once over a moderate amount of data of its own
     */
    public VectorLoop(String name, Runnable sample) {
        this.name = name;
        this.sample = sample;
    }

    /** Returns whether callers run the vector loop from now on, instead of its scalar equivalent. */
    public boolean isCompiled() {
        return compiled;
    }

    /** Switches callers to the vector loop or back to its scalar equivalent. */
    public void setCompiled(boolean compiled) {
        this.compiled = compiled;
    }

    /** Runs the vector loop once over data of its own, compiled or not. */
    void runSample() {
        sample.run();
    }

    @Override
    public String toString() {
        return name + (compiled ? " (compiled)" : " (not compiled)");
    }
}
