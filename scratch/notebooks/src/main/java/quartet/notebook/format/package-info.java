/**
 * Notebooks as files: a {@link quartet.notebook.format.Notebook} consists of {@link quartet.notebook.format.Cell cells}
 * with {@link quartet.notebook.format.Output outputs}. {@link quartet.notebook.format.NotebookReader} and {@link
 * quartet.notebook.format.NotebookWriter} use the format of Jupyter, {@link quartet.notebook.format.TextForm} a plain
 * text for authors.
 */
@NullMarked
package quartet.notebook.format;

import org.jspecify.annotations.NullMarked;
