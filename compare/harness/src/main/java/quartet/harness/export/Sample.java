package quartet.harness.export;

/**
 * Describes the data in an exported project.
 *
 * @param notice size, origin, licence and citation, in Markdown
 * @param target the column to predict; empty for images
 * @param text the column of the texts; empty for other data
 * @param trainRows rows of the training data
 * @param testRows rows of the test data
 */
record Sample(String notice, String target, String text, int trainRows, int testRows) {}
