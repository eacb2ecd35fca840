/**
 * Connects DJL with PyTorch to the contract.
 *
 * <p>Read {@code PyTorchEngine} first, which lists the settings that make the engine fast. {@code StrictLearner}
 * trains the network of any example under the strict specification, with the required deviations from DJL's defaults:
 * {@code CanonicalWeights} maps the parameters, {@code StrictAdam} is the optimizer, and {@code OneDeviceTrainer}
 * applies the gradients. {@code TrainedExample} runs the unmodified examples. {@code NativeLibrary} loads libtorch.
 */
@org.jspecify.annotations.NullMarked
package quartet.djl.pytorch.adapter;
