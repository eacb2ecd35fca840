package quartet.datasets.fetch;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Thrown if one source of a data set fails. The fetcher catches it and tries the next source. */
final class FetchException extends Exception {
    FetchException(String message) {
        super(message);
    }

    FetchException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the cause in a few words. The JDK's exceptions often have no message, or only a path. */
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

    /** Returns the name of the exception in words, such as "access denied" for AccessDeniedException. */
    private static String words(Throwable e) {
        return e.getClass()
                .getSimpleName()
                .replace("Exception", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
