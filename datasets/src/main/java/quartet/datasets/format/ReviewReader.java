package quartet.datasets.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quartet.datasets.files.Archive;
import quartet.datasets.format.Texts.LabelledText;

/**
 * Reads an archive of film reviews with the folders train/pos, train/neg, test/pos and test/neg, one file for each
 * review. Unlabelled reviews (train/unsup) are skipped.
 *
 * <p>Source: Maas et al. (2011), "Learning Word Vectors for Sentiment Analysis", ACL, section 4.3.
 */
public final class ReviewReader {
    private static final int NEGATIVE = 0;
    private static final int POSITIVE = 1;
    private static final Pattern REVIEW = Pattern.compile("(?:.*/)?(train|test)/(pos|neg)/[^/]+\\.txt");
    /** The only markup that the authors left in the texts, which come from web pages. */
    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>");

    private ReviewReader() {}

    /** Film reviews, split by the authors of the data set. */
    public record Reviews(Texts train, Texts test) {}

    /**
     * Reads the reviews, sorted by class and file. Label 0 is negative, 1 is positive.
     *
     * @throws IOException if the archive is unreadable or damaged, a review is not UTF-8, or one part has no reviews
     */
    public static Reviews read(Path archive) throws IOException {
        TreeMap<String, LabelledText> train = new TreeMap<>();
        TreeMap<String, LabelledText> test = new TreeMap<>();
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
        if (train.isEmpty() || test.isEmpty()) {
            throw new MalformedDataException("'" + archive.getFileName()
                    + "': expected reviews in train and test, but found " + train.size() + " and " + test.size());
        }
        return new Reviews(new Texts(List.copyOf(train.values())), new Texts(List.copyOf(test.values())));
    }
}
