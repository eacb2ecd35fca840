package quartet.scratch.linalg;

/** The checks that every algorithm of this package makes first; each says what was expected and what came. */
final class Require {

    private Require() {}

    /** Throws with the message, its arguments filled in, unless the condition holds; the message is built only then. */
    // The annotation that this check asks for is no part of the JDK.
    @SuppressWarnings("AnnotateFormatMethod")
    static void that(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new IllegalArgumentException(message.formatted(arguments));
        }
    }

    static void square(String caller, Matrix a) {
        that(a.rows() == a.columns(), "%s: expected a square matrix, but was %s", caller, a.shape());
    }

    static void notEmpty(String caller, Matrix a) {
        that(
                a.rows() > 0 && a.columns() > 0,
                "%s: expected at least one row and one column, but was %s",
                caller,
                a.shape());
    }

    static void finite(String caller, Matrix a) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                double value = a.get(i, j);
                that(
                        Double.isFinite(value),
                        "%s: expected finite entries, but entry (%d, %d) is %s",
                        caller,
                        i,
                        j,
                        value);
            }
        }
    }

    static void finite(String caller, Vector x) {
        for (int i = 0; i < x.size(); i++) {
            that(Double.isFinite(x.get(i)), "%s: expected finite entries, but entry %d is %s", caller, i, x.get(i));
        }
    }

    static void rows(String caller, int expected, Matrix b) {
        that(b.rows() == expected, "%s: expected a matrix with %d rows, but was %s", caller, expected, b.shape());
    }

    static void size(String caller, int expected, Vector x) {
        that(x.size() == expected, "%s: expected a vector of size %d, but was %d", caller, expected, x.size());
    }

    static void index(String caller, String name, int value, int bound) {
        that(value >= 0 && value < bound, "%s: expected %s in [0, %d), but was %d", caller, name, bound, value);
    }

    static void range(String caller, String name, int from, int to, int bound) {
        that(
                from >= 0 && from <= to && to <= bound,
                "%s: expected 0 <= from <= to <= %d for the %s, but was [%d, %d)",
                caller,
                bound,
                name,
                from,
                to);
    }

    /** Symmetric up to rounding: the two mirrored entries differ by at most 1e-12 of the largest entry. */
    static void symmetric(String caller, Matrix a) {
        square(caller, a);
        double tolerance = 1e-12 * Norms.largestEntry(a);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < i; j++) {
                that(
                        Math.abs(a.get(i, j) - a.get(j, i)) <= tolerance,
                        "%s: expected a symmetric matrix, but entry (%d, %d) is %s and entry (%d, %d) is %s",
                        caller,
                        i,
                        j,
                        a.get(i, j),
                        j,
                        i,
                        a.get(j, i));
            }
        }
    }
}
