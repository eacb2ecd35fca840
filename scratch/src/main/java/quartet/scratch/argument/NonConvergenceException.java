package quartet.scratch.argument;

/**
 * Thrown if an iteration does not reach its accuracy: the limit does not exist, the start is too far away, or the limit
 * of iterations is too small.
 */
public final class NonConvergenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception with a message that names the method, the limit and the last state of the iteration. */
    public NonConvergenceException(String message) {
        super(message);
    }
}
