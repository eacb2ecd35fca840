/**
 * Writes networks in the ONNX format. No framework of this project writes this format. {@link
 * quartet.harness.onnx.OnnxFile} therefore builds the specified network from the message types of a library.
 */
@NullMarked
package quartet.harness.onnx;

import org.jspecify.annotations.NullMarked;
