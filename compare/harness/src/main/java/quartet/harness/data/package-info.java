/**
 * The data and the network of a comparison: the catalogue's or the user's own. {@link
 * quartet.harness.data.ProjectData} loads the data, {@link quartet.harness.data.NetworkChoice} chooses the network.
 */
@NullMarked
package quartet.harness.data;

import org.jspecify.annotations.NullMarked;
