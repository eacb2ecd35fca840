/**
 * Charts as inline SVG without colours; the style sheet of a page colours their classes. This package draws numbers
 * and names, and does not depend on comparisons.
 *
 * <p>Read {@link quartet.harness.chart.XyChart}, {@link quartet.harness.chart.DotChart}, {@link
 * quartet.harness.chart.StackedBars}.
 */
@NullMarked
package quartet.harness.chart;

import org.jspecify.annotations.NullMarked;
