package quartet.harness;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of comparison, which differ in what is equal for all engines. */
public enum Division {
    /** The same weights, batches and optimizer for every engine; only engines that pass the parity check are timed. */
    STRICT,
    /** Each engine's unmodified example, with its own initialization and order of rows; no parity check. */
    IDIOMATIC;

    /** Returns the name on the command line and in files. */
    @JsonValue
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
