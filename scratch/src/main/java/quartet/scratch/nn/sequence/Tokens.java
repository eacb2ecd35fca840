package quartet.scratch.nn.sequence;

import quartet.scratch.tensor.IntTensor;
import quartet.scratch.tensor.Tensor;

/** Checks the input of embeddings. */
final class Tokens {
    private Tokens() {}

    /**
     * Returns the input as token ids.
     *
     * @throws IllegalArgumentException if it is not an {@link IntTensor} of rank 2 with numbers in 0..vocabulary-1
     */
    static IntTensor require(String owner, Tensor input, int vocabulary) {
        if (input instanceof IntTensor ids && ids.rank() == 2) {
            ids.requireIndices(owner + ": token id", vocabulary);
            return ids;
        }
        throw new IllegalArgumentException(owner + ": expected token ids INT32[batch, length], but was " + input);
    }
}
