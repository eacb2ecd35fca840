package quartet.scratch.kernel.vector;

import quartet.scratch.tensor.FloatTensor;
import quartet.scratch.tensor.Tensor;

/** Access to the arrays of float32 tensors. */
final class FloatTensors {
    private FloatTensors() {}

    /** Returns whether all tensors are in float32. */
    static boolean areFloat32(Tensor... tensors) {
        for (Tensor tensor : tensors) {
            if (!(tensor instanceof FloatTensor)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the array of a float32 tensor, not a copy. */
    static float[] data(Tensor tensor) {
        return ((FloatTensor) tensor).data();
    }
}
