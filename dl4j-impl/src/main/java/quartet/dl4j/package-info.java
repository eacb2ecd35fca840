/**
 * The four projects on Deeplearning4j, as examples to read and to copy.
 *
 * <p>Each example is one file, in reading order: the layers, training, evaluation, prediction, saving and loading, and
 * a {@code main} that runs all of them on the data of the project. Begin with {@link quartet.dl4j.TabularClassifier};
 * {@link quartet.dl4j.TabularRegressor}, {@link quartet.dl4j.ImageClassifier} and {@link quartet.dl4j.TextClassifier}
 * follow the same order.
 *
 * <p>{@link quartet.dl4j.KerasImport} reads a network that Keras trained in Python.
 *
 * <p>The examples share a few small classes. {@link quartet.dl4j.Nd4jArrays} copies rows of a data set into arrays, and
 * {@link quartet.dl4j.ExampleIterator} is Deeplearning4j's iterator over them. {@link quartet.dl4j.OneDnnConvolution}
 * and {@link quartet.dl4j.MaskedMean} replace layers of the framework. {@code ModelFile} writes and reads a network,
 * and {@code MostProbable} describes a prediction.
 *
 * <p>Package {@code adapter} compares these networks with those of the other frameworks. The examples do not need it.
 */
@org.jspecify.annotations.NullMarked
package quartet.dl4j;
