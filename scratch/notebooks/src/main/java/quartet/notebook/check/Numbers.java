package quartet.notebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of text, divided into numbers and the words between them.
 *
 * @param words the text with each number replaced by a mark and each run of white space by one space
 * @param numbers the numbers as they are written
 */
record Numbers(String words, List<String> numbers) {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?(?![\\w])");

    static Numbers in(String line) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(line);
        String words = matcher.replaceAll(match -> {
            numbers.add(match.group());
            return " # ";
        });
        return new Numbers(words.strip().replaceAll("\\s+", " "), numbers);
    }

    /** Returns one unit in the last decimal place of a printed number; 0 for a whole number. */
    static double lastPlace(String number) {
        int point = number.indexOf('.');
        if (point < 0) {
            return 0;
        }
        int exponentAt = Math.max(number.indexOf('e'), number.indexOf('E'));
        int end = exponentAt < 0 ? number.length() : exponentAt;
        int exponent = exponentAt < 0 ? 0 : Integer.parseInt(number.substring(exponentAt + 1));
        return Math.pow(10, exponent - (end - point - 1));
    }
}
