package quartet.harness;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a comparison holds equal. */
public enum Division {
    /** The same weights, batches and optimizer for every engine; parity is the gate. */
    STRICT,
    /** Each engine's example as it stands, with its own initialization and order of rows; no parity. */
    IDIOMATIC;

    /** Returns the name on the command line and in files. */
    @JsonValue
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
