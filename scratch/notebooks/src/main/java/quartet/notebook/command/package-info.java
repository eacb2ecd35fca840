/** The command line of the notebooks: {@link quartet.notebook.command.Notebooks}. */
@NullMarked
package quartet.notebook.command;

import org.jspecify.annotations.NullMarked;
