/** HTML pages: {@link quartet.notebook.page.NotebookPages} renders notebooks for reading and for editing. */
@NullMarked
package quartet.notebook.page;

import org.jspecify.annotations.NullMarked;
