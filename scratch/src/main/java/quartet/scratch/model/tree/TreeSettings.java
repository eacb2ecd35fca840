package quartet.scratch.model.tree;

import quartet.scratch.argument.Require;

/**
 * The limits of a tree's growth.
 *
 * @param maximumDepth the largest number of splits on a path, in [1, 1000]
 * @param minimumLeafRows the smallest number of training rows of a leaf, at least 1
 * @param featuresPerSplit the number of random features that a split chooses from, at least 1; values above the number
 *     of features mean all features
 */
public record TreeSettings(int maximumDepth, int minimumLeafRows, int featuresPerSplit) {

    private static final int LARGEST_DEPTH = 1000;

    /** Rejects settings out of range. */
    public TreeSettings {
        Require.that(
                maximumDepth >= 1 && maximumDepth <= LARGEST_DEPTH,
                "TreeSettings: expected a maximum depth in [1, %d], but was %d",
                LARGEST_DEPTH,
                maximumDepth);
        Require.positive("TreeSettings", "minimumLeafRows", minimumLeafRows);
        Require.positive("TreeSettings", "featuresPerSplit", featuresPerSplit);
    }

    /** Returns settings for a tree that grows until its leaves are pure, with all features at every split. */
    public static TreeSettings unlimited() {
        return new TreeSettings(LARGEST_DEPTH, 1, Integer.MAX_VALUE);
    }

    /** Returns these settings with another maximum depth. */
    public TreeSettings withMaximumDepth(int depth) {
        return new TreeSettings(depth, minimumLeafRows, featuresPerSplit);
    }

    /** Returns these settings with another smallest number of rows of a leaf. */
    public TreeSettings withMinimumLeafRows(int rows) {
        return new TreeSettings(maximumDepth, rows, featuresPerSplit);
    }

    /** Returns these settings with another number of random features for each split. */
    public TreeSettings withFeaturesPerSplit(int features) {
        return new TreeSettings(maximumDepth, minimumLeafRows, features);
    }
}
