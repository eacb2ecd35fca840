package quartet.harness;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The ways in which a run can end. */
public enum Status {
    OK,
    FAILED,
    TIMEOUT,
    /** The engine does not support this platform or network. */
    UNSUPPORTED;

    @JsonValue
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
