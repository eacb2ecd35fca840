/**
 * Classes that the notebooks use besides the library: {@link quartet.notebook.Charts charts} and {@link
 * quartet.notebook.Picture pictures}.
 */
@NullMarked
package quartet.notebook;

import org.jspecify.annotations.NullMarked;
