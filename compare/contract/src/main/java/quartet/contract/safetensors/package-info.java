/**
 * Reads and writes tensors in the safetensors format, which other languages understand too.
 */
@NullMarked
package quartet.contract.safetensors;

import org.jspecify.annotations.NullMarked;
