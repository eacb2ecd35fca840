/**
 * Exports an example as a stand-alone Maven project.
 *
 * <p>{@link quartet.harness.export.Exporter} writes the project. {@link quartet.harness.export.source} finds the
 * sources that it needs. {@code PomFile} writes the project file, {@code SampleData} and {@code OwnSample} the data, and
 * {@code ParityFile} the results of the reference. Generated files come from templates. Those of the harness are
 * resources of this package; those of an engine are in the folder {@code src/export} of its module.
 */
@NullMarked
package quartet.harness.export;

import org.jspecify.annotations.NullMarked;
