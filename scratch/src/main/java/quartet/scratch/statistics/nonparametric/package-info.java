/**
 * Tests that do not assume normal populations.
 *
 * <p>Read in this order:
 * <ol>
 *   <li>Tests of ranks: {@link MannWhitney} for two samples, {@link Wilcoxon} for pairs and {@link KruskalWallis} for
 *       several samples.
 *   <li>Tests of distribution functions: {@link KolmogorovSmirnov}, whose p-values {@link KolmogorovDistribution} and
 *       {@link PelzGood} compute.
 * </ol>
 *
 * <p>Notebook: scratch/notebooks/13-when-is-a-faster-than-b.ipynb
 */
@NullMarked
package quartet.scratch.statistics.nonparametric;

import org.jspecify.annotations.NullMarked;
