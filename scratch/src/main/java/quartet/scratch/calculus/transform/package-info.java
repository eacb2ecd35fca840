/** Integral transforms: {@link FourierTransform}, with {@link Spectrum} as its result. */
@NullMarked
package quartet.scratch.calculus.transform;

import org.jspecify.annotations.NullMarked;
