package quartet.datasets.fetch;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** One source of a data set failed. The next one may do, so this never leaves the package. */
final class FetchException extends Exception {
    FetchException(String message) {
        super(message);
    }

    FetchException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What went wrong, in a few words; the platform's own exceptions often have none, or a path alone. */
    static String reason(Throwable e) {
        if (e instanceof HttpConnectTimeoutException) {
            return "no connection in time";
        }
        if (e instanceof ConnectException) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnresolvedAddressException) {
                    return "unknown host; offline?";
                }
            }
            return "cannot connect";
        }
        String message = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return message == null ? words(e) : message;
    }

    /** AccessDeniedException as access denied. */
    private static String words(Throwable e) {
        return e.getClass()
                .getSimpleName()
                .replace("Exception", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
