package quartet.harness;

/**
 * Thrown if a request of the user cannot be carried out. The message is one line with the reason and a remedy. The
 * exit code is 2.
 */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
