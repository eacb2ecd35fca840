/**
 * Serves a page for changing and running cells, on the loopback address: {@link quartet.notebook.serve.NotebookServer}
 * answers requests, {@link quartet.notebook.serve.Sessions} run the cells.
 */
@NullMarked
package quartet.notebook.serve;

import org.jspecify.annotations.NullMarked;
