package quartet.scratch.kernel;

/**
 * Decides when {@link VectorTile} may use its vectors. HotSpot interprets a method first, and interpreted vectors are
 * objects, a hundred times slower than the instructions that C2 finally makes of them, and many times slower than plain
 * loops. So at first the tiles are computed by {@link PlainTile}, except for a few by the vectors, which is what gets
 * those compiled; as soon as they are clearly faster, they are used for good. A short training never pays for what it
 * would not get back, since tries take a moment at first and no more than a fixed share of the time later; and where vectors never get faster,
 * on a JVM without a compiler for them, the plain loops stay.
 *
 * <p>The results are the same, so the moment of the change is not seen in them.
 */
final class WarmUp {
    /** Time for the first tries: what the compiler needs to notice the method where it is told to be attentive. */
    private static final long HEAD_START_NANOS = 30_000_000;
    /** Afterwards, tries take at most one part of the time for so many parts of plain loops. */
    private static final int SHARE_OF_TRIES = 2;

    private static final int WINS_NEEDED = 4;
    private static final int CLEARLY = 2;

    /** Read without synchronization: a thread that sees an old value is only slower for a moment. */
    private static boolean finished;

    private double plainNanosPerTurn = Double.MAX_VALUE;
    private long plainNanos;
    private long vectorNanos;
    private int wins;

    static boolean isFinished() {
        return finished;
    }

    /** Computes a block in one of the two ways, and takes the time. */
    void multiply(VectorTile tile, int row, int bStart, int startAt, int cStart) {
        boolean vectors = (vectorNanos - HEAD_START_NANOS) * SHARE_OF_TRIES < plainNanos;
        long begin = System.nanoTime();
        if (vectors) {
            tile.multiplyVectors(row, bStart, startAt, cStart);
        } else {
            PlainTile.multiply(tile, row, bStart, startAt, cStart);
        }
        long nanos = System.nanoTime() - begin;
        double nanosPerTurn = nanos / (tile.depth + 1.0);
        if (vectors) {
            vectorNanos += nanos;
            wins += nanosPerTurn * CLEARLY < plainNanosPerTurn ? 1 : 0;
            finished |= wins >= WINS_NEEDED;
        } else {
            plainNanos += nanos;
            plainNanosPerTurn = Math.min(plainNanosPerTurn, nanosPerTurn);
        }
    }
}
