/**
 * Sessions, in which the cells of a notebook run. {@link quartet.notebook.session.Session} drives JShell; {@link
 * quartet.notebook.session.CellAgent} is its counterpart in the JVM of the cells.
 */
@NullMarked
package quartet.notebook.session;

import org.jspecify.annotations.NullMarked;
