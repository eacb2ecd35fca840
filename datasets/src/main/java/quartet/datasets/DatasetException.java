package quartet.datasets;

/**
 * Data that cannot be used: missing, damaged, or not of the expected form. The message is one line that says what was
 * wrong and what to do; it is meant for the person at the command line.
 */
public final class DatasetException extends RuntimeException {
    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
