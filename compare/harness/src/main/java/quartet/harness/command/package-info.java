/**
 * The command line: one class for each command, and the display of its progress.
 *
 * <p>Read {@link quartet.harness.command.Quartet}, then {@link quartet.harness.command.RunCommand}.
 */
@NullMarked
package quartet.harness.command;

import org.jspecify.annotations.NullMarked;
