/**
 * What all rooms of the harness share: the settings of a comparison, the status of a run, and the exception for what a
 * user can mend.
 *
 * <p>Read from the outside in: {@code command} parses the command line and prints; {@code run} carries out a comparison;
 * {@code worker} forks one engine and checks its answers; {@code launch} prepares its process; {@code report} turns
 * results into tables and files; {@code outcome} keeps what a network predicts. Each may depend on those after it, except
 * that worker and launch do not know report, nor report them. {@code reader} shows the sources of the engines side by side.
 */
@NullMarked
package quartet.harness;

import org.jspecify.annotations.NullMarked;
