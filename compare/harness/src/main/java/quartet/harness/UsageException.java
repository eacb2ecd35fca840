package quartet.harness;

/** What the user asked for cannot be done; the message is one line that says why and what to do. Exit code 2. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
