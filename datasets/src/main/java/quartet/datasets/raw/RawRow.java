package quartet.datasets.raw;

/**
 * An unparsed row of a table.
 *
 * @param line the line in which the row starts; the first line is 1
 * @param cells the cells without surrounding spaces
 */
public record RawRow(long line, String[] cells) {}
