package quartet.harness;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a run ended. */
enum Status {
    OK,
    FAILED,
    TIMEOUT,
    /** The engine says that it does not support this platform or network. */
    UNSUPPORTED;

    @JsonValue
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
