package quartet.harness;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a run ended. */
public enum Status {
    OK,
    FAILED,
    TIMEOUT,
    /** The engine says that it does not support this platform or network. */
    UNSUPPORTED;

    @JsonValue
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
