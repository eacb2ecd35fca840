/** Headless Chromium for tests of pages. */
@NullMarked
package quartet.harness.browser;

import org.jspecify.annotations.NullMarked;
