/**
 * Writes networks in the ONNX format. No framework of this project writes it, so {@link quartet.harness.onnx.OnnxFile}
 * describes the specified network itself, in the message types of a library.
 */
@NullMarked
package quartet.harness.onnx;

import org.jspecify.annotations.NullMarked;
