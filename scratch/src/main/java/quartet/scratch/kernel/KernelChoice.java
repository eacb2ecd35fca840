package quartet.scratch.kernel;

/**
 * The one place that decides which kernels this JVM uses: the system property {@code quartet.kernels}, or else the
 * fastest that work here. Singleton, created on first use by the class loader (the holder idiom).
 */
public final class KernelChoice {
    /** The system property that overrides the choice. */
    public static final String PROPERTY = "quartet.kernels";

    private final Kernels kernels;
    private final String description;

    private KernelChoice(Kernels kernels, String description) {
        this.kernels = kernels;
        this.description = description;
    }

    /** The choice of this JVM. */
    public static KernelChoice instance() {
        return Holder.INSTANCE;
    }

    /** The kernels to use; they hold no state and may be shared. */
    public Kernels kernels() {
        return kernels;
    }

    /** One line for a report: which kernels, and why. */
    public String description() {
        return description;
    }

    /**
     * The choice for a value of the property; the empty string leaves it to the library.
     *
     * @throws IllegalArgumentException if there are no kernels of that name
     */
    static KernelChoice of(String requested) {
        return switch (requested) {
            case "", "scalar" -> new KernelChoice(new ScalarKernels(), "scalar kernels (plain loops)");
            default -> throw new IllegalArgumentException(PROPERTY + ": expected scalar, but was " + requested);
        };
    }

    private static final class Holder {
        private static final KernelChoice INSTANCE = of(System.getProperty(PROPERTY, ""));
    }
}
