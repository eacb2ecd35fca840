/**
 * Deep learning from scratch: a library in plain Java, and examples that use it.
 *
 * <p>The library leads from a dot product to a trained network. Read its packages in this order; each needs only those
 * before it, and each package-info gives the order of its classes:
 * <ol>
 *   <li>{@link quartet.scratch.linalg}: vectors, matrices and their decompositions.
 *   <li>{@link quartet.scratch.calculus}: derivatives, integrals, roots and minima. {@link
 *       quartet.scratch.calculus.autodiff.Tape} is backpropagation in its smallest form.
 *   <li>{@link quartet.scratch.probability} and {@link quartet.scratch.statistics}: distributions, estimates and tests.
 *   <li>{@link quartet.scratch.tensor}: arrays of numbers with a shape.
 *   <li>{@link quartet.scratch.kernel} and {@link quartet.scratch.backend}: the loops in which a network spends its
 *       time, first in textbook form, then optimized, and the choice between them.
 *   <li>{@link quartet.scratch.nn}: layers, losses and networks. {@link quartet.scratch.FirstNetwork} shows that their
 *       gradients are those of the tape.
 *   <li>{@link quartet.scratch.optim}: the optimizers of networks; {@link quartet.scratch.training}: batches, the loop
 *       over epochs, and checks of gradients.
 *   <li>{@link quartet.scratch.evaluation}: scores of a trained network.
 *   <li>{@link quartet.scratch.model}: classical models, the baselines that a network has to beat.
 *   <li>{@link quartet.scratch.generative}: models that draw new data; those of {@code generative.neural} are networks.
 * </ol>
 *
 * <p>Number types:
 * <ul>
 *   <li>Mathematics ({@code linalg} to {@code statistics}, {@code evaluation}, {@code model}, the classical models of
 *       {@code generative}) is in {@code double}: accuracy matters more than speed there.
 *   <li>Networks train in float32, which needs half the memory and fits twice as many numbers into a vector register.
 *       Rounding is small compared with the noise of a batch. The same layers run in float64 to check gradients
 *       ({@link quartet.scratch.tensor.Precision}).
 *   <li>Losses and sums that affect decisions are in {@code double} in both cases.
 *   <li>Class labels and token ids are {@code int} ({@link quartet.scratch.tensor.IntTensor}).
 * </ul>
 *
 * <p>This package contains the programs:
 * <ul>
 *   <li>{@link quartet.scratch.FirstNetwork} shows that layers and the tape have the same gradients.
 *   <li>The four examples: {@link quartet.scratch.TabularClassifier}, {@link quartet.scratch.TabularRegressor}, {@link
 *       quartet.scratch.ImageClassifier} and {@link quartet.scratch.TextClassifier}. Each is one file, in reading
 *       order: the layers, the training loop, evaluation, prediction, saving and loading, and a {@code main} that runs
 *       all of them. They share two small classes: {@link quartet.scratch.ExampleBatches} (data) and {@code
 *       ClassProbabilities} (predictions of classifiers).
 *   <li>Four programs on the 8 x 8 digits, each of which writes a picture: {@link quartet.scratch.DigitAutoencoder}
 *       compresses them; {@link quartet.scratch.DigitGenerator}, {@link quartet.scratch.DigitGan} and {@link
 *       quartet.scratch.DigitDiffusion} draw new ones.
 *   <li>{@link quartet.scratch.TextWriter}: a Transformer that generates text.
 * </ul>
 *
 * <p>Package {@code adapter} compares the examples with those of the other frameworks. Neither the library nor the
 * examples depend on it.
 *
 * <p>Notebooks: scratch/notebooks/30-project-classification.ipynb, scratch/notebooks/31-project-regression.ipynb,
 * scratch/notebooks/32-project-vision.ipynb, scratch/notebooks/33-project-language.ipynb
 */
@NullMarked
package quartet.scratch;

import org.jspecify.annotations.NullMarked;
