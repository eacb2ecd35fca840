/**
 * The data and the network of a comparison. The data comes from the catalogue or from the user. {@link
 * quartet.harness.data.ProjectData} loads the data, {@link quartet.harness.data.NetworkChoice} chooses the network.
 */
@NullMarked
package quartet.harness.data;

import org.jspecify.annotations.NullMarked;
