package quartet.scratch.backend;

import java.util.Optional;
import quartet.scratch.kernel.Kernels;
import quartet.scratch.kernel.scalar.ScalarKernels;
import quartet.scratch.kernel.textbook.TextbookKernels;
import quartet.scratch.kernel.vector.VectorKernels;
import quartet.scratch.kernel.vector.runtime.ThreadPool;

/**
 * The kernels of this JVM: those that the system property {@code quartet.kernels} names (textbook, scalar or vector), else the
 * fastest that work here. This is the only class that refers to {@link VectorKernels}. The choice is made on first use
 * and applies to the whole JVM (Singleton).
 */
public final class KernelChoice {
    /** The system property that overrides the choice. */
    public static final String PROPERTY = "quartet.kernels";

    private static final String MODULE = "jdk.incubator.vector";
    private static final String ENABLE = "--add-modules " + MODULE;

    private final Kernels kernels;
    private final String description;
    private final Optional<VectorKernels> vectors;

    private KernelChoice(Kernels kernels, String description, Optional<VectorKernels> vectors) {
        this.kernels = kernels;
        this.description = description;
        this.vectors = vectors;
    }

    /** Returns the choice of this JVM. */
    public static KernelChoice instance() {
        return Holder.INSTANCE;
    }

    /** Returns the chosen kernels. Threads may share them. */
    public Kernels kernels() {
        return kernels;
    }

    /** Waits until the kernels run at full speed; see {@link VectorKernels#awaitWarmup}. */
    public void awaitReady() {
        vectors.ifPresent(VectorKernels::awaitWarmup);
    }

    /** Does the same for a network without convolutions, which is ready earlier. */
    public void awaitMatricesReady() {
        vectors.ifPresent(VectorKernels::awaitMatrixWarmup);
    }

    /** Returns one line for a report: the chosen kernels and the reason. */
    public String description() {
        return description;
    }

    /**
     * Returns the choice for a value of the property.
     *
     * @param requested textbook, scalar, vector, or the empty string for the fastest that work in this JVM
     * @param threads the number of threads, including the calling one
     * @throws IllegalArgumentException if there are no kernels of that name, or the JVM does not support them
     */
    public static KernelChoice of(String requested, int threads) {
        boolean present = ModuleLayer.boot().findModule(MODULE).isPresent();
        return switch (requested) {
            case "textbook" -> new KernelChoice(new TextbookKernels(), "textbook kernels (1 thread)", Optional.empty());
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
                throw new IllegalArgumentException(
                        PROPERTY + ": expected textbook, scalar or vector, but was " + requested);
        };
    }

    private static KernelChoice scalar(String hint) {
        return new KernelChoice(
                new ScalarKernels(), "scalar kernels (plain loops, 1 thread" + hint + ")", Optional.empty());
    }

    private static KernelChoice vector(int threads) {
        VectorKernels kernels = new VectorKernels(threads);
        return new KernelChoice(kernels, kernels.description(), Optional.of(kernels));
    }

    /** Returns the number of threads that the system property requests; 1 if it is not set. */
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
