/** Reads and writes tensors in the safetensors format, which libraries in other languages support. */
@NullMarked
package quartet.contract.safetensors;

import org.jspecify.annotations.NullMarked;
