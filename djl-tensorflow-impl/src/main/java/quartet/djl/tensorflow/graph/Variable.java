package quartet.djl.tensorflow.graph;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * A resource variable of a graph. Its value persists between runs of the session.
 *
 * @param name of the variable in the session and in a checkpoint
 * @param shape of its value
 * @param handle the resource that an optimizer's kernel updates
 * @param value the only read of the resource: the snapshot for a run's computations. Gradients are taken with respect
 *     to it.
 */
public record Variable(String name, Shape shape, Operand<TType> handle, Operand<TFloat32> value) {

    /** Adds a variable without a value to a graph. */
    public static Variable create(Ops tf, String name, Shape shape) {
        Operand<TType> handle = tf.withName(name).varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name));
        return new Variable(name, shape, handle, tf.readVariableOp(handle, TFloat32.class));
    }

    /** Returns the operation that assigns a new value. */
    public Op assign(Ops tf, Operand<TFloat32> newValue) {
        return tf.assignVariableOp(handle, newValue);
    }
}
