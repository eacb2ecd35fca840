/**
 * The networks that a run keeps. {@link quartet.harness.model.SavedNetwork} is the one file that makes raw rows from a
 * saved network's features and meaning from its outputs; {@link quartet.harness.model.ModelFolder} is where both stand.
 */
@NullMarked
package quartet.harness.model;

import org.jspecify.annotations.NullMarked;
