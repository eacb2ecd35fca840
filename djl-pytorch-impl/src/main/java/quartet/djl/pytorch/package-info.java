/**
 * The four projects on DJL with PyTorch, as examples. Each class contains the network, training, evaluation,
 * prediction, saving, loading and a {@code main} of one project.
 *
 * <p>Read {@link quartet.djl.pytorch.TabularClassifier} first; {@link quartet.djl.pytorch.TabularRegressor} differs in
 * loss and score. {@link quartet.djl.pytorch.ImageClassifier} adds convolutions, and
 * {@link quartet.djl.pytorch.TextClassifier} adds a block that DJL lacks, {@code MaskedMean}. The examples share
 * {@code ExampleDataset} (data), {@code LossListener} (progress), {@code Evaluation} and {@code ClassProbabilities}
 * (scores and predictions of classifiers) and {@code ModelFile} (disk).
 */
@org.jspecify.annotations.NullMarked
package quartet.djl.pytorch;
