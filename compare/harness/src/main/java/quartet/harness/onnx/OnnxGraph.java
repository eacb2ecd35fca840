package quartet.harness.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** A builder of a graph of ONNX operators. Values have names; each operator has one output. */
final class OnnxGraph {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("network");
    private int values;

    /** Adds an input [batch, dimensions]. */
    String input(String name, TensorProto.DataType type, long... dimensions) {
        graph.addInput(value(name, type, dimensions));
        return name;
    }

    /** Makes a value the output [batch, dimensions] of the graph, under a name. */
    void output(String value, String name, long... dimensions) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(name));
        graph.addOutput(value(name, TensorProto.DataType.FLOAT, dimensions));
    }

    /** Adds constant numbers. */
    String floats(String name, int[] shape, float[] numbers) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (int dimension : shape) {
            tensor.addDims(dimension);
        }
        for (float number : numbers) {
            tensor.addFloatData(number);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Adds constant integers, for example axes. */
    String longs(String name, long... numbers) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(numbers.length);
        for (long number : numbers) {
            tensor.addInt64Data(number);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Adds an operator. Returns the name of its output. */
    String operator(String type, List<String> inputs, AttributeProto... attributes) {
        String output = "value" + ++values;
        graph.addNode(NodeProto.newBuilder()
                .setOpType(type)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    static AttributeProto attribute(String name, long... numbers) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long number : numbers) {
            attribute.addInts(number);
        }
        return attribute.build();
    }

    static AttributeProto attribute(String name, long number) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(number)
                .build();
    }

    GraphProto build() {
        return graph.build();
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, long... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
        for (long dimension : dimensions) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
