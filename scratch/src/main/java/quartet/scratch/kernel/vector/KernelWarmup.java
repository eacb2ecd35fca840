package quartet.scratch.kernel.vector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import quartet.scratch.kernel.vector.convolution.Convolutions;
import quartet.scratch.kernel.vector.microkernel.MicroKernel;
import quartet.scratch.kernel.vector.microkernel.MicroKernels;
import quartet.scratch.kernel.vector.runtime.JitWarmup;
import quartet.scratch.kernel.vector.runtime.OperationWarmup;
import quartet.scratch.kernel.vector.runtime.VectorLoop;
import quartet.scratch.kernel.vector.streaming.StreamingLoops;

/**
 * JIT warm-up of the vector loops, once in a JVM, in the background. The loops of matrix products, which every network
 * needs, are warmed up while a program still reads its data; those of convolutions when a network has some.
 */
final class KernelWarmup {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private KernelWarmup() {}

    /** Starts the warm-up of matrix products if this JVM has not started it yet. */
    static void start() {
        Matrices.THREAD.isAlive();
    }

    /** Starts the warm-up of convolutions if this JVM has not started it yet. */
    static void startConvolutions() {
        ConvolutionLoops.THREAD.isAlive();
    }

    /** Waits until the warm-up of matrix products is over, or the calling thread is interrupted. */
    static void awaitMatrices() {
        join(Matrices.THREAD);
    }

    /** Waits until the whole warm-up is over, or the calling thread is interrupted. */
    static void await() {
        startConvolutions();
        join(Matrices.THREAD);
        join(ConvolutionLoops.THREAD);
    }

    /** Returns all vector loops, the most important first. */
    static List<VectorLoop> loops() {
        List<VectorLoop> loops = matrixLoops();
        loops.addAll(convolutionLoops());
        return loops;
    }

    private static List<VectorLoop> matrixLoops() {
        List<VectorLoop> loops = loops(MicroKernels.matrices());
        loops.addAll(StreamingLoops.all());
        return loops;
    }

    private static List<VectorLoop> convolutionLoops() {
        List<VectorLoop> loops = loops(MicroKernels.convolutions());
        loops.addAll(Convolutions.loops());
        return loops;
    }

    private static List<VectorLoop> loops(List<MicroKernel> kernels) {
        return new ArrayList<>(kernels.stream().map(MicroKernel::loop).toList());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread start(String name, Runnable warmup) {
        Thread thread = new Thread(warmup, "quartet-jit-warmup-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static final class Matrices {
        private static final Thread THREAD = KernelWarmup.start("matrices", () -> {
            OperationWarmup.run();
            new JitWarmup(matrixLoops(), LIMIT).run();
        });
    }

    private static final class ConvolutionLoops {
        private static final Thread THREAD = KernelWarmup.start("convolutions", () -> {
            awaitMatrices(); // Its profile of the vector operations comes first.
            new JitWarmup(convolutionLoops(), LIMIT).run();
        });
    }
}
