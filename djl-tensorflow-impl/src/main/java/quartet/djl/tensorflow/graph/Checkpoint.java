package quartet.djl.tensorflow.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * Adds nodes that write variables to a checkpoint, and that read them when a SavedModel is loaded. TensorFlow's Java
 * exporter creates such nodes only for the variables of TensorFlow 1. If nodes with the following three names exist,
 * the exporter uses them instead, and the loader of a SavedModel runs them: save/filename, save/control_dependency,
 * save/restore_all.
 */
final class Checkpoint {
    private Checkpoint() {}

    /**
     * Adds the nodes to a graph. Returns the signature that writes a checkpoint. Its input and output are the file's
     * name.
     */
    static Signature.Builder save(Ops graph, List<Variable> variables, String key) {
        Ops tf = graph.withSubScope("save");
        Operand<TString> file = tf.withName("filename").placeholder(TString.class, Placeholder.shape(Shape.scalar()));
        Operand<TString> names = tf.array(variables.stream().map(Variable::name).toArray(String[]::new));
        Operand<TString> whole = tf.array(variables.stream().map(variable -> "").toArray(String[]::new));
        List<Operand<?>> values = new ArrayList<>();
        variables.forEach(variable -> values.add(variable.value()));
        Op written = tf.train.save(file, names, whole, values);
        Operand<TString> done = tf.withControlDependencies(written)
                .withName("control_dependency")
                .identity(file);

        List<Class<? extends TType>> types = Collections.nCopies(variables.size(), TFloat32.class);
        List<Output<?>> read = tf.train.restore(file, names, whole, types).tensors();
        List<Op> restored = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            restored.add(variables.get(i).assign(tf, read.get(i).expect(TFloat32.class)));
        }
        tf.withControlDependencies(restored).withName("restore_all").noOp();
        return Signature.builder(key).input("file", file).output("file", done);
    }
}
