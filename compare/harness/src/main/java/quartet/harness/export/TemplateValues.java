package quartet.harness.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;
import quartet.contract.TrainingSpec;

/** The values that the templates of an exported project use. */
final class TemplateValues implements ModelSpec.Visitor<Map<String, Object>> {
    /** The minimum number of steps; small data sets need more than the usual number of epochs. */
    private static final int LEAST_STEPS = 400;

    private static final int SMALL = 1000;
    private static final int SMALL_BATCH = 16;
    private static final int IMAGE_HIDDEN = 128;
    private static final int EMBEDDING = 64;

    private TemplateValues() {}

    static Map<String, Object> of(ExportRequest request, Launch launch, Sample sample) {
        ModelSpec fixture = ParityFile.specification(request.project());
        Map<String, Object> values = new HashMap<>(fixture.accept(new TemplateValues()));
        TrainingSpec training = request.project().training();
        int batch = sample.trainRows() < SMALL ? SMALL_BATCH : training.batchSize();
        int batches = (sample.trainRows() + batch - 1) / batch;
        values.put("artifact", request.artifact());
        values.put("package", request.packageName());
        values.put("project", request.project().title());
        values.put("engine", request.engine().title());
        values.put("engineName", request.engine().name());
        values.put("examples", request.engine().examples());
        values.put("example", request.project().exampleName());
        values.put("spec", fixture.getClass().getSimpleName());
        values.put("batch", batch);
        values.put("epochs", Math.max(training.epochs(), (LEAST_STEPS + batches - 1) / batches));
        values.put("target", sample.target());
        values.put("text", sample.text());
        values.put("notice", sample.notice());
        values.put("trainRows", sample.trainRows());
        values.put("testRows", sample.testRows());
        values.put("options", launch.jvmArguments().isEmpty() ? "" : "@" + Launch.FILE + " ");
        values.put("systemProperties", launch.systemProperties());
        values.put("environment", launch.environment());
        values.put("plain", request.simpler().isPresent());
        values.put("default", "${DEFAULT-VALUE}");
        return values;
    }

    @Override
    public Map<String, Object> tabularClassifier(MlpSpec spec) {
        return Map.of(
                "kind", "classes",
                "purpose", "Classifies the rows of a table",
                "encoder", "TableEncoder",
                "hidden", "128, 128",
                "predictionsDescription", "Logits",
                "specification",
                        "MlpSpec.classifier(%d, List.of(%s), %d)"
                                .formatted(spec.inputs(), list(spec.hidden()), spec.outputs()));
    }

    @Override
    public Map<String, Object> tabularRegressor(MlpSpec spec) {
        return Map.of(
                "kind", "values",
                "purpose", "Predicts a number from the row of a table",
                "encoder", "TableEncoder",
                "hidden", "64, 64",
                "predictionsDescription", "Values",
                "specification", "MlpSpec.regressor(%d, List.of(%s))".formatted(spec.inputs(), list(spec.hidden())));
    }

    @Override
    public Map<String, Object> imageClassifier(CnnSpec spec) {
        return Map.of(
                "kind", "images",
                "purpose", "Classifies images",
                "encoder", "ImageEncoder",
                "hidden", "16, 32",
                "imageHidden", IMAGE_HIDDEN,
                "predictionsDescription", "Logits",
                "specification",
                        "new CnnSpec(%d, %d, %d, List.of(%s), %d, %d)"
                                .formatted(
                                        spec.channels(),
                                        spec.height(),
                                        spec.width(),
                                        list(spec.filters()),
                                        spec.hidden(),
                                        spec.classes()));
    }

    @Override
    public Map<String, Object> textClassifier(TextSpec spec) {
        return Map.of(
                "kind", "texts",
                "purpose", "Classifies texts",
                "encoder", "TextEncoder",
                "hidden", "32",
                "embedding", EMBEDDING,
                "predictionsDescription", "Logits",
                "specification",
                        "new TextSpec(%d, %d, %d, List.of(%s), %d)"
                                .formatted(
                                        spec.vocabulary(),
                                        spec.length(),
                                        spec.dimension(),
                                        list(spec.hidden()),
                                        spec.classes()));
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
