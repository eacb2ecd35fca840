package quartet.datasets.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/** Notations of numbers, by the decimal separator. Groups of three digits may be separated. */
public enum NumberStyle {
    /** 1234.5 or 1,234.5. */
    @JsonProperty("point")
    POINT('.', ','),
    /** 1234,5 or 1.234,5. */
    @JsonProperty("comma")
    COMMA(',', '.');

    private final char decimal;
    private final Pattern grouped;

    NumberStyle(char decimal, char group) {
        this.decimal = decimal;
        grouped = Pattern.compile(
                "[+-]?\\d{1,3}(?:[" + group + "' \u00a0\u202f]\\d{3})+(?:" + Pattern.quote("" + decimal) + "\\d*)?");
    }

    /** Parses a text without surrounding spaces. Returns NaN if it is not a number. */
    public double parse(String text) {
        boolean digits = false;
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits |= c >= '0' && c <= '9';
            plain &= (c >= '0' && c <= '9') || c == decimal || c == '-' || c == '+' || c == 'e' || c == 'E';
        }
        if (!digits) {
            return Double.NaN;
        }
        String number = text;
        if (!plain) {
            if (!grouped.matcher(text).matches()) {
                return Double.NaN;
            }
            number = ungrouped(text);
        }
        try {
            double value = Double.parseDouble(number.replace(decimal, '.'));
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN; // Such as a date, 2024-01-31.
        }
    }

    private String ungrouped(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || c == decimal || c == '-' || c == '+') {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}
