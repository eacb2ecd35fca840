/**
 * A page on the loopback address on which cells can be changed and run: {@link quartet.notebook.serve.NotebookServer}
 * answers requests, {@link quartet.notebook.serve.Sessions} run the cells.
 */
@NullMarked
package quartet.notebook.serve;

import org.jspecify.annotations.NullMarked;
