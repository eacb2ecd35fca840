/**
 * Exports an example as a stand-alone Maven project.
 *
 * <p>{@link quartet.harness.export.Exporter} writes the project. {@link quartet.harness.export.source} finds the
 * sources that it needs. {@code PomFile} writes the project file, {@code SampleData} and {@code OwnSample} the data, and
 * {@code ParityFile} what the reference computes. The files that are written for the project alone are templates: those
 * of the harness are resources beside this package, and an engine's own is in the folder {@code src/export} of its module.
 */
@NullMarked
package quartet.harness.export;

import org.jspecify.annotations.NullMarked;
