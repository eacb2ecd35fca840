/**
 * Comparison of stored outputs with those of a new run: {@link quartet.notebook.check.NotebookCheck} reports differences,
 * {@link quartet.notebook.check.Renewal} updates the changed ones.
 */
@NullMarked
package quartet.notebook.check;

import org.jspecify.annotations.NullMarked;
