/**
 * Exports an example as a stand-alone Maven project.
 *
 * <p>{@link quartet.harness.export.Exporter} writes the project. {@code Program} is a set of sources that the JDK's
 * compiler has attributed; {@code Closure} finds what is used of them, {@code References} and {@code Overriding} answer
 * its questions, and {@code Pruner} removes the rest from the text. {@code Naming}, {@code Links} and {@code JavaText}
 * adapt packages, documentation and imports. {@code PomFile} writes the project file, {@code SampleData} the data, and
 * {@code ParityFile} what the reference computes. The files that are written for the project alone are templates:
 * those of the harness are resources beside this package, and an engine's own is in the folder {@code src/export} of its
 * module.
 */
@NullMarked
package quartet.harness.export;

import org.jspecify.annotations.NullMarked;
