package quartet.scratch.calculus.minimization;

/** Arithmetic of double arrays. */
final class Vectors {
    private Vectors() {}

    /** Returns {@code x + t d}, new. */
    static double[] plus(double[] x, double t, double[] d) {
        double[] sum = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sum[i] = x[i] + t * d[i];
        }
        return sum;
    }

    /** Returns {@code t x}, new. */
    static double[] times(double t, double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            product[i] = t * x[i];
        }
        return product;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Returns the largest absolute element. */
    static double largest(double[] x) {
        double largest = 0;
        for (double element : x) {
            largest = Math.max(largest, Math.abs(element));
        }
        return largest;
    }
}
