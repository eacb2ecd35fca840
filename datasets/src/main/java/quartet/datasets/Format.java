package quartet.datasets;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The format of the files of a data set. It determines the reader in {@code quartet.datasets.format}. */
public enum Format {
    /** One table of comma-separated values with a header. */
    @JsonProperty("csv")
    CSV,
    /** One table of 8 x 8 pixels and a label, comma-separated, without a header. */
    @JsonProperty("digits")
    DIGITS,
    /** Four IDX files: training images and labels, test images and labels. */
    @JsonProperty("idx")
    IDX,
    /** One table of source, label and text, tab-separated, with a header. */
    @JsonProperty("tsv")
    TSV,
    /** One archive of mails in folders that are named after their group. */
    @JsonProperty("mails")
    MAILS,
    /** One archive of film reviews in the folders train and test, each with pos and neg. */
    @JsonProperty("reviews")
    REVIEWS
}
