package quartet.harness;

/** What the user asked for cannot be done; the message is one line that says why and what to do. Exit code 2. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
