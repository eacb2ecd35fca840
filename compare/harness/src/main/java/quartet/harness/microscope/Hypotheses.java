package quartet.harness.microscope;

import java.util.ArrayList;
import java.util.List;
import quartet.contract.CnnSpec;
import quartet.contract.MlpSpec;
import quartet.contract.ModelSpec;
import quartet.contract.TextSpec;

/** The possible mistakes before the update, for each kind of network. */
record Hypotheses() implements ModelSpec.Visitor<List<Hypothesis>> {

    @Override
    public List<Hypothesis> tabularClassifier(MlpSpec spec) {
        return common(spec);
    }

    @Override
    public List<Hypothesis> tabularRegressor(MlpSpec spec) {
        return common(spec);
    }

    @Override
    public List<Hypothesis> imageClassifier(CnnSpec spec) {
        List<Hypothesis> result = common(spec);
        result.addAll(WeightLayouts.flattened(spec));
        result.addAll(ConvolutionPadding.all(spec));
        return result;
    }

    @Override
    public List<Hypothesis> textClassifier(TextSpec spec) {
        List<Hypothesis> result = common(spec);
        result.add(StaleMask.of(spec));
        return result;
    }

    private static List<Hypothesis> common(ModelSpec spec) {
        List<Hypothesis> result = new ArrayList<>(LossReduction.all(spec));
        result.addAll(WeightLayouts.transposed(spec));
        result.addAll(HalfPrecision.all(spec));
        return result;
    }
}
