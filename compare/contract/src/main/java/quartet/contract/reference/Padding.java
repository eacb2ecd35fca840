package quartet.contract.reference;

/**
 * The pixels that a 3 x 3 convolution reads outside the image. The specification is {@link #ZERO}. The other rules are
 * mistakes that preserve the size of the image, so no shape reveals them.
 *
 * <pre>{@code index of the pixel read for position p on an axis of length n; -1 reads 0 }</pre>
 */
public enum Padding {
    /** One row of zeros on each side. */
    ZERO {
        @Override
        int source(int p, int n) {
            return p < n ? Math.max(-1, p) : -1;
        }
    },
    /** Two rows of zeros before the image and none after it. */
    LEADING {
        @Override
        int source(int p, int n) {
            return Math.max(-1, p - 1);
        }
    },
    /** Two rows of zeros after the image and none before it. */
    TRAILING {
        @Override
        int source(int p, int n) {
            return p + 1 < n ? p + 1 : -1;
        }
    },
    /** The border pixel, repeated. */
    EDGE {
        @Override
        int source(int p, int n) {
            return Math.min(n - 1, Math.max(0, p));
        }
    },
    /** The pixel next to the border pixel; the border pixel itself in an image of one pixel. */
    MIRROR {
        @Override
        int source(int p, int n) {
            int mirrored = p < 0 ? 1 : p == n ? n - 2 : p;
            return Math.min(n - 1, Math.max(0, mirrored));
        }
    },
    /** The pixel at the opposite border. */
    WRAP {
        @Override
        int source(int p, int n) {
            return Math.floorMod(p, n);
        }
    };

    /**
     * Returns the index of the pixel that is read, or -1 for zero.
     *
     * @param p position on the axis, from -1 to n
     * @param n the axis's length
     */
    abstract int source(int p, int n);

    /** Returns the indices of the pixels read at an offset of -1, 0 or 1 from each position on an axis of length n. */
    final int[] sources(int offset, int n) {
        int[] sources = new int[n];
        for (int i = 0; i < n; i++) {
            sources[i] = source(i + offset, n);
        }
        return sources;
    }
}
