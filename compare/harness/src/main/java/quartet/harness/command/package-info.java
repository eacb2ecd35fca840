/**
 * The command line: one class for each command, and the display of its progress.
 *
 * <p>Read {@link quartet.harness.command.Quartet}, then {@link quartet.harness.command.RunCommand}. The package
 * has more than 20 classes because each command is a class.
 */
@NullMarked
package quartet.harness.command;

import org.jspecify.annotations.NullMarked;
