/**
 * Support vector machines: classifiers with the largest margin between two classes.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>{@link LinearSupportVectorMachine}: a hyperplane, by dual coordinate descent.
 *   <li>{@link KernelSupportVectorMachine}: a hyperplane in the space of a kernel. {@link
 *       SequentialMinimalOptimization} finds it for two classes.
 * </ol>
 *
 * <p>Nearest notebook: scratch/notebooks/17-perceptron-xor.ipynb
 */
@NullMarked
package quartet.scratch.model.margin;

import org.jspecify.annotations.NullMarked;
