package quartet.datasets.format;

import java.io.IOException;

/** Thrown if a file does not follow its format. The message names the file, the position, and what was expected. */
public final class MalformedDataException extends IOException {
    MalformedDataException(String message) {
        super(message);
    }

    MalformedDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
