/**
 * Integral transforms: {@link FourierTransform}, with {@link Spectrum} as its result.
 *
 * <p>Nearest notebook: scratch/notebooks/01-products-as-geometry.ipynb
 */
@NullMarked
package quartet.scratch.calculus.transform;

import org.jspecify.annotations.NullMarked;
