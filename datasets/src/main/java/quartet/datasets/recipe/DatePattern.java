package quartet.datasets.recipe;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/** A pattern of dates, with or without a time. */
public final class DatePattern {
    private static final String TIME = "[['T'][ ]H:mm[:ss][.SSSSSS][.SSS][XXX][X]]";
    private static final double SECONDS_OF_A_DAY = 86_400;

    /**
     * The patterns in the order in which they are tried. An ambiguous date such as 3/4/2024 is read as day, month,
     * year.
     */
    public static final List<String> KNOWN =
            List.of("uuuu-M-d", "d.M.uuuu", "d/M/uuuu", "M/d/uuuu", "uuuu/M/d", "d-M-uuuu");

    private final DateTimeFormatter format;

    /**
     * Creates a pattern.
     *
     * @param pattern a date in the letters of {@link DateTimeFormatter}; a time may follow
     */
    public DatePattern(String pattern) {
        format = DateTimeFormatter.ofPattern(pattern + TIME, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Returns whether a text may be a date, by a quick test: it has digits and the same separator twice. */
    public static boolean plausible(String text) {
        if (text.length() < 6 || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return false;
        }
        for (char separator : new char[] {'-', '.', '/'}) {
            int first = text.indexOf(separator);
            if (first >= 1 && first <= 4 && text.indexOf(separator, first + 1) > first + 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the days since 1970-01-01 with the time as a fraction; NaN if the text is not such a date. A time with an
     * offset is converted to UTC.
     */
    public double parse(String text) {
        if (!plausible(text)) {
            return Double.NaN;
        }
        try {
            TemporalAccessor parsed =
                    format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof LocalDate date) {
                return date.toEpochDay();
            }
            LocalDateTime time = parsed instanceof OffsetDateTime offset
                    ? offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                    : LocalDateTime.from(parsed);
            return time.toLocalDate().toEpochDay() + time.toLocalTime().toSecondOfDay() / SECONDS_OF_A_DAY;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
