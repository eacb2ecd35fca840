package quartet.scratch.linalg;

import quartet.scratch.argument.Require;

/** Checks of matrices and vectors, which every algorithm of linear algebra performs first. */
public final class RequireMatrix {

    /** Mirrored entries of a symmetric matrix differ by at most this part of the largest entry. */
    private static final double SYMMETRY = 1e-12;

    private RequireMatrix() {}

    /** Accepts a square matrix. */
    public static void square(String caller, Matrix a) {
        Require.notNull(caller, "matrix", a);
        Require.that(a.rows() == a.columns(), "%s: expected a square matrix, but was %s", caller, a.shape());
    }

    /** Accepts a matrix with at least one entry. */
    public static void notEmpty(String caller, Matrix a) {
        Require.notNull(caller, "matrix", a);
        Require.that(
                a.rows() > 0 && a.columns() > 0,
                "%s: expected at least one row and one column, but was %s",
                caller,
                a.shape());
    }

    /** Accepts a matrix of finite entries. */
    public static void finite(String caller, Matrix a) {
        Require.notNull(caller, "matrix", a);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                double value = a.get(i, j);
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "%s: expected finite entries, but entry (%d, %d) is %s".formatted(caller, i, j, value));
                }
            }
        }
    }

    /** Accepts a vector of finite entries. */
    public static void finite(String caller, Vector x) {
        Require.notNull(caller, "vector", x);
        for (int i = 0; i < x.size(); i++) {
            Require.that(
                    Double.isFinite(x.get(i)), "%s: expected finite entries, but entry %d is %s", caller, i, x.get(i));
        }
    }

    /** Accepts a matrix with the expected number of rows. */
    public static void rows(String caller, int expected, Matrix b) {
        Require.notNull(caller, "matrix", b);
        Require.that(
                b.rows() == expected, "%s: expected a matrix with %d rows, but was %s", caller, expected, b.shape());
    }

    /** Accepts a vector of the expected size. */
    public static void size(String caller, int expected, Vector x) {
        Require.notNull(caller, "vector", x);
        Require.that(x.size() == expected, "%s: expected a vector of size %d, but was %d", caller, expected, x.size());
    }

    /** Accepts a matrix that is symmetric up to rounding: mirrored entries differ by at most 1e-12 of the largest. */
    public static void symmetric(String caller, Matrix a) {
        square(caller, a);
        double tolerance = SYMMETRY * Norms.maximum(a);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < i; j++) {
                if (!(Math.abs(a.get(i, j) - a.get(j, i)) <= tolerance)) {
                    throw new IllegalArgumentException(
                            "%s: expected a symmetric matrix, but entry (%d, %d) is %s and entry (%d, %d) is %s"
                                    .formatted(caller, i, j, a.get(i, j), j, i, a.get(j, i)));
                }
            }
        }
    }
}
