package quartet.scratch.kernel.vector.streaming;

import java.util.ArrayList;
import java.util.List;
import quartet.scratch.kernel.vector.runtime.VectorLoop;

/** The loops of this package that are written with the Vector API. */
public final class StreamingLoops {
    private StreamingLoops() {}

    /** Returns all of them, for the warm-up. */
    public static List<VectorLoop> all() {
        List<VectorLoop> loops = new ArrayList<>(Elementwise.loops());
        loops.addAll(List.of(ColumnSums.loop(), Pooling2x2.FORWARD, Pooling2x2.BACKWARD));
        return loops;
    }
}
