package quartet.scratch.kernel;

/**
 * Decides when a loop over explicit vectors takes over from its plain twin. HotSpot interprets a method first, and
 * interpreted vectors are objects, a hundred times slower than the instructions that C2 finally makes of them, and many
 * times slower than plain loops. So at first the work is done by the plain loop, except for a few tries of the vectors,
 * which is what gets those compiled; as soon as they are clearly faster, they are used for good. A short training never
 * pays for what it would not get back, since tries take a moment at first and no more than a fixed share of the time
 * later; and where vectors never get faster, on a JVM without a compiler for them, the plain loops stay.
 *
 * <p>Both ways give the same bits, so the moment of the change is not seen in a result. Threads share one instance
 * without synchronization: what they may lose is a measurement, or a moment.
 */
final class WarmUp {
    /** Time for the first tries: what the compiler needs to notice a method where it is told to be attentive. */
    private static final long HEAD_START_NANOS = 30_000_000;
    /** Afterwards, tries take at most one part of the time for so many parts of plain loops. */
    private static final int SHARE_OF_TRIES = 2;

    private static final int WINS_NEEDED = 4;
    private static final int CLEARLY = 2;

    private double plainNanosPerUnit = Double.MAX_VALUE;
    private long plainNanos;
    private long vectorNanos;
    private int wins;
    private boolean finished;

    /** Whether the vectors are to be used from now on. */
    boolean isFinished() {
        return finished;
    }

    /** Whether the next piece of work is to be a try of the vectors. */
    boolean isTry() {
        return (vectorNanos - HEAD_START_NANOS) * SHARE_OF_TRIES < plainNanos;
    }

    /** Takes note of a piece of work, of so many units in any measure that is proportional to its time. */
    void record(boolean vectors, long nanos, long units) {
        double nanosPerUnit = (double) nanos / units;
        if (vectors) {
            vectorNanos += nanos;
            wins += nanosPerUnit * CLEARLY < plainNanosPerUnit ? 1 : 0;
            finished = wins >= WINS_NEEDED;
        } else {
            plainNanos += nanos;
            plainNanosPerUnit = Math.min(plainNanosPerUnit, nanosPerUnit);
        }
    }
}
