package quartet.harness.onnx;

import static quartet.harness.onnx.OnnxGraph.attribute;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.Tensor;
import quartet.contract.TextSpec;
import quartet.contract.Weights;
import quartet.datasets.Vocabulary;

/**
 * Writes a network of the specification in the ONNX format, operator set 13. The input {@code features} is a table
 * [batch, columns], images [batch, channels, height, width], or token ids [batch, length] of type int64; the output
 * {@code predictions} is [batch, outputs]: logits, or the scaled value of a regression.
 */
public final class OnnxFile {
    private static final int IR_VERSION = 7;
    private static final int OPERATOR_SET = 13;
    private static final String FEATURES = "features";
    private static final String PREDICTIONS = "predictions";

    private OnnxFile() {}

    /**
     * Writes the file atomically.
     *
     * @throws IllegalArgumentException if the weights are not those of such a network
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path file, ModelSpec spec, Weights weights) {
        weights.check(spec);
        OnnxGraph graph = new OnnxGraph();
        String output = spec.accept(new Builder(graph, weights));
        graph.output(output, PREDICTIONS, spec.outputs());
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("quartet")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(graph.build())
                .build();
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                model.writeTo(out);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Adds the layers from the input to the output. Returns the value of the last one. */
    private record Builder(OnnxGraph graph, Weights weights) implements ModelSpec.Visitor<String> {
        @Override
        public String tabularClassifier(MlpSpec spec) {
            return dense(
                    graph.input(FEATURES, TensorProto.DataType.FLOAT, spec.inputs()),
                    spec.hidden().size());
        }

        @Override
        public String tabularRegressor(MlpSpec spec) {
            return tabularClassifier(spec);
        }

        @Override
        public String imageClassifier(CnnSpec spec) {
            String x = graph.input(FEATURES, TensorProto.DataType.FLOAT, spec.channels(), spec.height(), spec.width());
            for (int layer = 1; layer <= spec.filters().size(); layer++) {
                x = graph.operator(
                        "Conv",
                        List.of(x, weight("conv" + layer + ".weight"), weight("conv" + layer + ".bias")),
                        attribute("kernel_shape", CnnSpec.KERNEL, CnnSpec.KERNEL),
                        attribute("pads", 1, 1, 1, 1));
                x = graph.operator(
                        "MaxPool",
                        List.of(x),
                        attribute("kernel_shape", CnnSpec.POOL, CnnSpec.POOL),
                        attribute("strides", CnnSpec.POOL, CnnSpec.POOL));
                x = graph.operator("Relu", List.of(x));
            }
            x = graph.operator("Flatten", List.of(x), attribute("axis", 1));
            x = graph.operator("Relu", List.of(affine("hidden", x)));
            return affine("output", x);
        }

        /** Returns the mean of the embeddings of the tokens that are not padding; 0 if there is none. */
        @Override
        public String textClassifier(TextSpec spec) {
            String ids = graph.input(FEATURES, TensorProto.DataType.INT64, spec.length());
            String embedded = graph.operator("Gather", List.of(weight("embedding.weight"), ids), attribute("axis", 0));
            String padding = graph.operator("Equal", List.of(ids, graph.longs("padding", Vocabulary.PADDING)));
            String tokens = graph.operator(
                    "Cast",
                    List.of(graph.operator("Not", List.of(padding))),
                    attribute("to", TensorProto.DataType.FLOAT.getNumber()));
            String mask = graph.operator("Unsqueeze", List.of(tokens, graph.longs("last", 2)));
            String axis = graph.longs("time", 1);
            String sum = graph.operator(
                    "ReduceSum",
                    List.of(graph.operator("Mul", List.of(embedded, mask)), axis),
                    attribute("keepdims", 0));
            String count = graph.operator("ReduceSum", List.of(mask, axis), attribute("keepdims", 0));
            String one = graph.floats("one", new int[] {1}, new float[] {1});
            String mean = graph.operator("Div", List.of(sum, graph.operator("Max", List.of(count, one))));
            return dense(mean, spec.hidden().size());
        }

        private String dense(String input, int hidden) {
            String x = input;
            for (int layer = 1; layer <= hidden; layer++) {
                x = graph.operator("Relu", List.of(affine("hidden" + layer, x)));
            }
            return affine("output", x);
        }

        private String affine(String name, String x) {
            return graph.operator("Gemm", List.of(x, weight(name + ".weight"), weight(name + ".bias")));
        }

        private String weight(String name) {
            Tensor tensor = weights.get(name);
            return graph.floats(name, tensor.shape(), tensor.data());
        }
    }
}
