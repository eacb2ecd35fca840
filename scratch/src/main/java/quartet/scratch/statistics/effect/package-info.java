/**
 * The size of a difference, {@link EffectSize}, and the observations needed to find it, {@link TTestPower}.
 *
 * <p>Nearest notebook: scratch/notebooks/13-when-is-a-faster-than-b.ipynb
 */
@NullMarked
package quartet.scratch.statistics.effect;

import org.jspecify.annotations.NullMarked;
