/** The size of a difference, {@link EffectSize}, and the observations needed to find it, {@link TTestPower}. */
@NullMarked
package quartet.scratch.statistics.effect;

import org.jspecify.annotations.NullMarked;
