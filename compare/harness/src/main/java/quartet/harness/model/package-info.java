/**
 * The networks that a run saves. {@link quartet.harness.model.SavedNetwork} describes the features and the outputs of
 * a saved network; {@link quartet.harness.model.ModelFolder} is the folder with this description and the framework's
 * files.
 */
@NullMarked
package quartet.harness.model;

import org.jspecify.annotations.NullMarked;
