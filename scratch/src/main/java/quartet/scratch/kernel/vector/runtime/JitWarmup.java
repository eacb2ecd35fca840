package quartet.scratch.kernel.vector.runtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.scratch.kernel.vector.convolution.ChannelBlockedLayout;
import quartet.scratch.kernel.vector.convolution.WinogradTransforms;
import quartet.scratch.kernel.vector.microkernel.ConvolutionMicroKernel;
import quartet.scratch.kernel.vector.microkernel.GemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WeightGradientMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideConvolutionMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideGemmMicroKernel;
import quartet.scratch.kernel.vector.microkernel.WideWeightGradientMicroKernel;
import quartet.scratch.kernel.vector.streaming.ColumnSums;
import quartet.scratch.kernel.vector.streaming.Elementwise;
import quartet.scratch.kernel.vector.streaming.MaxPooling;

/**
 * Gets the loops over vectors compiled, in the background and on data of its own, while a program still reads its data.
 * How to see that a loop is compiled: it no longer produces garbage, since its vectors are registers and not objects.
 * Where that never happens, on a JVM without a compiler for vectors, the rehearsal gives up, and the plain loops stay.
 */
public final class JitWarmup implements Runnable {
    /** More than the compiler needs to notice a method where it is told to be attentive; with more it compiles twice. */
    private static final int CALLS = 80;
    /** Where it is not told so, it takes more: one call more for each of so many passes that were in vain. */
    private static final int PASSES = 16;
    /** By how much there must be less garbage than in the beginning: some vectors may stay objects. */
    private static final int LESS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * One loop.
     *
     * @param compiled what to do once it is compiled
     * @param vectors the loop over data of moderate size
     */
    public record Part(Runnable compiled, Runnable vectors) {}

    private final List<Part> parts;
    private final Duration patience;

    public JitWarmup(List<Part> parts, Duration patience) {
        this.parts = parts;
        this.patience = patience;
    }

    public static Part part(VectorLoop loop, Runnable vectors) {
        return new Part(() -> loop.setCompiled(true), vectors);
    }

    /** Begins a rehearsal of all loops, the first time that it is called in a JVM. */
    public static void start() {
        Holder.THREAD.isAlive();
    }

    /** Waits until the rehearsal is over, or the calling thread is interrupted. */
    public static void await() {
        try {
            Holder.THREAD.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        Map<Part, Long> open = new LinkedHashMap<>();
        for (Part part : parts) {
            open.put(part, garbage(part));
            repeat(part.vectors, CALLS);
        }
        long begin = System.nanoTime();
        try {
            for (int pass = 0; !open.isEmpty() && System.nanoTime() - begin < patience.toNanos(); pass++) {
                Thread.sleep(PAUSE.toMillis());
                int calls = pass / PASSES;
                open.forEach((part, garbage) -> repeat(part.vectors, calls));
                List<Part> done = open.keySet().stream()
                        .filter(part -> garbage(part) <= open.getOrDefault(part, 0L) / LESS)
                        .toList();
                done.forEach(part -> part.compiled.run());
                open.keySet().removeAll(done);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void repeat(Runnable vectors, int times) {
        for (int i = 0; i < times; i++) {
            vectors.run();
        }
    }

    private static long garbage(Part part) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        part.vectors.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static List<Part> all() {
        List<Part> parts = new ArrayList<>(List.of(
                new WideGemmMicroKernel().rehearsal(),
                new GemmMicroKernel().rehearsal(),
                Elementwise.rehearsal(),
                ColumnSums.rehearsal(),
                new ConvolutionMicroKernel().rehearsal(),
                new WideConvolutionMicroKernel().rehearsal(),
                new WideWeightGradientMicroKernel().rehearsal(),
                new WeightGradientMicroKernel().rehearsal(),
                ChannelBlockedLayout.rehearsal()));
        parts.addAll(MaxPooling.rehearsals());
        parts.addAll(WinogradTransforms.rehearsals());
        return parts;
    }

    private static final class Holder {
        private static final Thread THREAD = new Thread(Holder::rehearse, "quartet-rehearsal");

        static {
            THREAD.setDaemon(true);
            THREAD.start();
        }

        private static void rehearse() {
            OperationWarmup.play();
            new JitWarmup(all(), PATIENCE).run();
        }
    }
}
