package quartet.djl.tensorflow.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.Arrays;
import quartet.datasets.Features;

/** Translates features to predictions [rows][outputs], for DJL's Predictor. */
final class FeaturesTranslator implements NoBatchifyTranslator<Features, float[][]> {
    private final ExampleArrays arrays = new ExampleArrays();

    @Override
    public NDList processInput(TranslatorContext context, Features features) {
        return new NDList(arrays.features(context.getNDManager(), features));
    }

    @Override
    public float[][] processOutput(TranslatorContext context, NDList outputs) {
        NDArray predictions = outputs.singletonOrThrow();
        int rows = Math.toIntExact(predictions.getShape().get(0));
        float[] numbers = predictions.toFloatArray();
        int width = numbers.length / rows;
        float[][] byRow = new float[rows][];
        Arrays.setAll(byRow, row -> Arrays.copyOfRange(numbers, row * width, (row + 1) * width));
        return byRow;
    }
}
