package quartet.datasets;

/** One source of a data set failed. The next one may do, so this never leaves the package. */
final class FetchException extends Exception {
    FetchException(String message) {
        super(message);
    }

    FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
