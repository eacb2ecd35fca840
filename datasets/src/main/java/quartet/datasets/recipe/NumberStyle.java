package quartet.datasets.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Notations of numbers, by the decimal separator. Groups of three digits may be separated. */
public enum NumberStyle {
    /** 1234.5 or 1,234.5. */
    @JsonProperty("point")
    POINT('.', ','),
    /** 1234,5 or 1.234,5. */
    @JsonProperty("comma")
    COMMA(',', '.');

    private final char decimal;
    private final String separators;

    NumberStyle(char decimal, char group) {
        this.decimal = decimal;
        separators = group + "' \u00a0\u202f";
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
            if (!isGrouped(text)) {
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

    /**
     * Returns whether a text is a sign, one to three digits, one or more groups of three digits, and decimals. Sign and
     * decimals are optional. This is a loop, because a large table has millions of numbers.
     */
    private boolean isGrouped(String text) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int at = endOfDigits(text, start);
        if (at == start || at > start + 3 || !isSeparator(text, at)) {
            return false;
        }
        while (isSeparator(text, at)) {
            int end = endOfDigits(text, at + 1);
            if (end != at + 4) {
                return false;
            }
            at = end;
        }
        if (at < text.length() && text.charAt(at) == decimal) {
            at = endOfDigits(text, at + 1);
        }
        return at == text.length();
    }

    private boolean isSeparator(String text, int at) {
        return at < text.length() && separators.indexOf(text.charAt(at)) >= 0;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
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
