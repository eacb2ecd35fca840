package quartet.contract.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The amount of data in a comparison: for seconds of training, for minutes, or as much as in the literature. */
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
