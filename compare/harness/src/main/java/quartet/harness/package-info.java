/**
 * The types that all packages of the harness share: the settings of a comparison, the status of a run, and the
 * exception for errors that the user can correct.
 *
 * <p>Read from the outside in: {@code command} parses the command line and prints; {@code run} carries out a
 * comparison; {@code worker} forks one engine and checks its output; {@code launch} prepares its process; {@code
 * report} turns results into tables and files; {@code outcome} describes the predictions of a network. Each package
 * may depend on later ones, but worker and launch do not depend on report, nor report on them. {@code reader} shows
 * the sources of the engines side by side.
 */
@NullMarked
package quartet.harness;

import org.jspecify.annotations.NullMarked;
