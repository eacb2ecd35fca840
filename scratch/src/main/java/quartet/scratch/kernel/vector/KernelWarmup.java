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

/** JIT warm-up of all vector loops, once in a JVM, in the background while a program still reads its data. */
final class KernelWarmup {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private KernelWarmup() {}

    /** Starts the warm-up if this JVM has not started it yet. */
    static void start() {
        Holder.THREAD.isAlive();
    }

    /** Waits until the warm-up is over, or the calling thread is interrupted. */
    static void await() {
        try {
            Holder.THREAD.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All vector loops, the most important first. */
    static List<VectorLoop> loops() {
        List<VectorLoop> loops = new ArrayList<>(
                MicroKernels.all().stream().map(MicroKernel::loop).toList());
        loops.addAll(StreamingLoops.all());
        loops.addAll(Convolutions.loops());
        return loops;
    }

    private static final class Holder {
        private static final Thread THREAD = new Thread(Holder::run, "quartet-jit-warmup");

        static {
            THREAD.setDaemon(true);
            THREAD.start();
        }

        private static void run() {
            OperationWarmup.run();
            new JitWarmup(loops(), LIMIT).run();
        }
    }
}
