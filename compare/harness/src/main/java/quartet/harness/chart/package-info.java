/**
 * Charts as inline SVG, without colours of their own: the style sheet of a page colours their classes. This package knows
 * numbers and names, and nothing about comparisons.
 *
 * <p>Read {@link quartet.harness.chart.XyChart}, {@link quartet.harness.chart.DotChart}, {@link
 * quartet.harness.chart.StackedBars}.
 */
@NullMarked
package quartet.harness.chart;

import org.jspecify.annotations.NullMarked;
