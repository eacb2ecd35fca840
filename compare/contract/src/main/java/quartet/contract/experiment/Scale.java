package quartet.contract.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much data a comparison uses: seconds, minutes, or what the literature uses. */
public enum Scale {
    SMOKE,
    DEFAULT,
    FULL;

    /** Returns the name on the command line and in files. */
    @JsonValue
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
