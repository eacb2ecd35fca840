package quartet.scratch.kernel.vector.runtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JIT warm-up: runs vector loops on sample data until C2 has compiled them, and then switches their callers over.
 *
 * <p>A loop counts as compiled when it stops allocating, because compiled code keeps vectors in registers and
 * interpreted code on the heap. On a JVM that never compiles vectors, the warm-up stops at a time limit and the scalar
 * loops remain in use.
 */
public final class JitWarmup implements Runnable {
    /** Calls before the first check. C2 needs fewer with lowered thresholds; many more would make it compile twice. */
    private static final int INITIAL_CALLS = 80;
    /** With default thresholds C2 needs more calls: each check runs one more call after this many failed checks. */
    private static final int CHECKS_PER_EXTRA_CALL = 16;
    /**
     * The factor by which a compiled loop must allocate less than an interpreted one: some vectors may stay objects.
     */
    private static final int ALLOCATION_RATIO = 10;

    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<VectorLoop> loops;
    private final Duration limit;

    /**
     * Creates a warm-up of some loops.
     *
     * @param limit the time after which loops that still allocate are abandoned
     */
    public JitWarmup(List<VectorLoop> loops, Duration limit) {
        this.loops = List.copyOf(loops);
        this.limit = limit;
    }

    /** Warms up all loops on the calling thread; returns when all are compiled, at the time limit or on interruption. */
    @Override
    public void run() {
        Map<VectorLoop, Long> interpretedBytes = new LinkedHashMap<>();
        for (VectorLoop loop : loops) {
            interpretedBytes.put(loop, allocatedBytes(loop));
            repeat(loop, INITIAL_CALLS);
        }
        long begin = System.nanoTime();
        try {
            for (int check = 0; !interpretedBytes.isEmpty() && System.nanoTime() - begin < limit.toNanos(); check++) {
                Thread.sleep(PAUSE.toMillis());
                int calls = check / CHECKS_PER_EXTRA_CALL;
                interpretedBytes.keySet().forEach(loop -> repeat(loop, calls));
                interpretedBytes.entrySet().removeIf(entry -> switchIfCompiled(entry.getKey(), entry.getValue()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean switchIfCompiled(VectorLoop loop, long interpretedBytes) {
        boolean compiled = allocatedBytes(loop) <= interpretedBytes / ALLOCATION_RATIO;
        if (compiled) {
            loop.setCompiled(true);
        }
        return compiled;
    }

    private static void repeat(VectorLoop loop, int calls) {
        for (int i = 0; i < calls; i++) {
            loop.runSample();
        }
    }

    private static long allocatedBytes(VectorLoop loop) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        loop.runSample();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
