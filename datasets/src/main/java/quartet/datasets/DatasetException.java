package quartet.datasets;

/**
 * Thrown if data is missing, damaged or malformed. The message is a single line for the user of the command line. It
 * says what is wrong and what to do.
 */
public final class DatasetException extends RuntimeException {
    /** Creates the exception with a message of one line. */
    public DatasetException(String message) {
        super(message);
    }

    /** Creates the exception with a message of one line and its cause. */
    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
