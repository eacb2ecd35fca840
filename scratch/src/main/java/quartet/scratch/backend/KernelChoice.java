package quartet.scratch.backend;

import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.vector.VectorKernels;
import quartet.scratch.kernel.vector.runtime.JitWarmup;
import quartet.scratch.kernel.vector.runtime.ThreadPool;

/**
 * The one place that decides which kernels this JVM uses: the system property {@code quartet.kernels} (scalar or
 * vector), or else the fastest that work here. Singleton, created on first use by the class loader (the holder idiom).
 */
public final class KernelChoice {
    /** The system property that overrides the choice. */
    public static final String PROPERTY = "quartet.kernels";

    private static final String MODULE = "jdk.incubator.vector";
    private static final String ENABLE = "--add-modules " + MODULE;

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

    /** The kernels to use; they may be shared by threads. */
    public Kernels kernels() {
        return kernels;
    }

    /**
     * Waits until the compiler has done what it can for these kernels; until then they are slow. A fraction of a second
     * where it is told to be attentive, half a minute at most.
     */
    public void awaitReady() {
        if (kernels instanceof VectorKernels) {
            JitWarmup.await();
        }
    }

    /** One line for a report: which kernels, and why. */
    public String description() {
        return description;
    }

    /**
     * The choice for a value of the property; the empty string leaves it to the library.
     *
     * @throws IllegalArgumentException if there are no kernels of that name, or the JVM lacks what they need
     */
    public static KernelChoice of(String requested, int threads) {
        boolean present = ModuleLayer.boot().findModule(MODULE).isPresent();
        return switch (requested) {
            case "scalar" -> scalar("");
            case "vector" -> {
                if (!present) {
                    throw new IllegalArgumentException(PROPERTY + ": expected " + MODULE
                            + " for vector kernels, but was started without " + ENABLE);
                }
                yield vector(threads);
            }
            case "" -> present ? vector(threads) : scalar("; faster with " + ENABLE);
            default ->
                throw new IllegalArgumentException(PROPERTY + ": expected scalar or vector, but was " + requested);
        };
    }

    private static KernelChoice scalar(String hint) {
        return new KernelChoice(new ScalarKernels(), "scalar kernels (plain loops, 1 thread" + hint + ")");
    }

    private static KernelChoice vector(int threads) {
        VectorKernels kernels = new VectorKernels(threads);
        return new KernelChoice(kernels, kernels.description());
    }

    /** The number of threads that the system property asks for; 1 if it is not set. */
    private static int threads() {
        String threads = System.getProperty(ThreadPool.PROPERTY, "1");
        try {
            return Integer.parseInt(threads);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    ThreadPool.PROPERTY + ": expected a number of threads, but was " + threads, e);
        }
    }

    private static final class Holder {
        private static final KernelChoice INSTANCE = of(System.getProperty(PROPERTY, ""), threads());
    }
}
