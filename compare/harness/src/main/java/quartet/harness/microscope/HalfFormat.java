package quartet.harness.microscope;

/** Floating-point formats of 16 bits. */
enum HalfFormat {
    /** 8 significant bits, the exponents of float32. */
    BFLOAT16("bfloat16", 8, Float.MIN_EXPONENT),
    /** 11 significant bits, exponents from -14. */
    FLOAT16("float16", 11, -14);

    /**
     * The number of values required as evidence. The probability that as many random float32 values all fit a format
     * is at most 2^-104.
     */
    private static final int TELLING = 8;

    private final String title;
    private final int bits;
    private final int smallestExponent;

    HalfFormat(String title, int bits, int smallestExponent) {
        this.title = title;
        this.bits = bits;
        this.smallestExponent = smallestExponent;
    }

    String title() {
        return title;
    }

    /** Returns the largest relative rounding error. */
    double unitRoundoff() {
        return Math.scalb(1.0, -bits);
    }

    /** Returns the nearest number of this format, ties to even; large numbers do not overflow. */
    double round(double x) {
        return round(x, smallestExponent);
    }

    private double round(double x, int smallest) {
        if (!Double.isFinite(x)) {
            return x;
        }
        double unit = Math.scalb(1.0, Math.max(Math.getExponent(x), smallest) - bits + 1);
        return Math.rint(x / unit) * unit;
    }

    /**
     * Returns whether no value has more significant bits than this format, and enough values differ from 0. Exponents
     * are ignored, because gradients may have been scaled.
     */
    boolean holds(float[] values) {
        int telling = 0;
        for (float value : values) {
            if (round(value, Float.MIN_EXPONENT) != value) {
                return false;
            }
            telling += value != 0 ? 1 : 0;
        }
        return telling >= TELLING;
    }
}
