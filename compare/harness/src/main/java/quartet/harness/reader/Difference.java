package quartet.harness.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The difference between a phrase of one implementation and another implementation. */
enum Difference {
    /** The other implementation has the same phrase. */
    NONE('='),
    /** The other implementation has a phrase that differs only in names. */
    NAMES('n'),
    /** The other implementation has no such phrase. */
    IDEA('i');

    private final char code;

    Difference(char code) {
        this.code = code;
    }

    /** Returns the code letter in the page. */
    char code() {
        return code;
    }

    /**
     * Compares phrases with those of another implementation, by the longest common subsequence of their shapes.
     *
     * @return one difference for each phrase
     */
    static List<Difference> between(List<Phrase> phrases, List<Phrase> others) {
        int[][] common = commonLengths(phrases, others);
        List<Difference> differences = new ArrayList<>(Collections.nCopies(phrases.size(), IDEA));
        int i = 0;
        int j = 0;
        while (i < phrases.size() && j < others.size()) {
            if (phrases.get(i).shape().equals(others.get(j).shape())) {
                boolean same = phrases.get(i).text().equals(others.get(j).text());
                differences.set(i, same ? NONE : NAMES);
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return differences;
    }

    /**
     * Returns a table: element [i][j] is the length of the longest common subsequence of the phrases from i and the
     * others from j.
     */
    private static int[][] commonLengths(List<Phrase> phrases, List<Phrase> others) {
        int[][] common = new int[phrases.size() + 1][others.size() + 1];
        for (int i = phrases.size() - 1; i >= 0; i--) {
            for (int j = others.size() - 1; j >= 0; j--) {
                common[i][j] = phrases.get(i).shape().equals(others.get(j).shape())
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
