package quartet.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quartet.datasets.Texts.LabelledText;

/**
 * Film reviews, split by their authors: an archive with the folders train and test, in each pos and neg, in each a file
 * for every review. Unlabelled reviews (train/unsup) are passed over.
 *
 * <p>Source: Maas et al. (2011), "Learning Word Vectors for Sentiment Analysis", ACL, section 4.3.
 */
record Reviews(Texts train, Texts test) {
    private static final int NEGATIVE = 0;
    private static final int POSITIVE = 1;
    private static final Pattern REVIEW = Pattern.compile("(?:.*/)?(train|test)/(pos|neg)/[^/]+\\.txt");
    /** The reviews were taken from web pages; this is the only markup that was left in. */
    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>");

    /**
     * The reviews, sorted by class and file.
     *
     * @throws DatasetException if the archive is damaged, a review is not UTF-8, or a folder is empty
     */
    static Reviews read(Path archive) {
        TreeMap<String, LabelledText> train = new TreeMap<>();
        TreeMap<String, LabelledText> test = new TreeMap<>();
        try {
            Archive.walk(archive, (name, bytes, content) -> {
                Matcher review = REVIEW.matcher(name);
                if (review.matches()) {
                    String text = Utf8.decode(name, content.readAllBytes());
                    int label = review.group(2).equals("pos") ? POSITIVE : NEGATIVE;
                    LabelledText labelled =
                            new LabelledText("", label, LINE_BREAK.matcher(text).replaceAll(" "));
                    (review.group(1).equals("train") ? train : test).put(name, labelled);
                }
            });
        } catch (IOException | FetchException e) {
            throw new DatasetException("'" + archive + "' cannot be read: " + e.getMessage(), e);
        }
        if (train.isEmpty() || test.isEmpty()) {
            throw new DatasetException("'" + archive + "': expected reviews in train and test, but were " + train.size()
                    + " and " + test.size());
        }
        return new Reviews(new Texts(List.copyOf(train.values())), new Texts(List.copyOf(test.values())));
    }
}
