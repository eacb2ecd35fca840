package quartet.djl.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * A resource variable of a graph: a place for numbers that outlives a run of its session.
 *
 * @param name of the variable in the session and in a checkpoint
 * @param shape of its value
 * @param handle where it lives; what an optimizer's kernel updates
 * @param value the one read of it: the snapshot that a run computes with, and what gradients are taken by
 */
record TfVariable(String name, Shape shape, Operand<TType> handle, Operand<TFloat32> value) {

    static TfVariable create(Ops tf, String name, Shape shape) {
        Operand<TType> handle = tf.withName(name).varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name));
        return new TfVariable(name, shape, handle, tf.readVariableOp(handle, TFloat32.class));
    }

    /** The operation that gives it a new value. */
    Op assign(Ops tf, Operand<TFloat32> newValue) {
        return tf.assignVariableOp(handle, newValue);
    }
}
