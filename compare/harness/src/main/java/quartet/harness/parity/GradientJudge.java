package quartet.harness.parity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartet.contract.Weights;
import quartet.contract.reference.NamedArrays;
import quartet.contract.reference.ReferencePass.RowTie;

/**
 * Compares an engine's gradients with the float64 reference. An engine may decide a near-tie (see {@link
 * quartet.contract.reference.NearTie}) the other way. Each near-tie is excused separately, and only if the gradients
 * of the other decision are closer to the engine's than those of the reference. The remaining residual is rounding or
 * a mistake.
 *
 * <pre>{@code
 * residual = engine - truth;   for each near-tie with change d:  if |residual - d|_2 < |residual|_2: residual -= d
 * difference = max |residual of the tensor| / max |truth of its layer|
 * }</pre>
 *
 * A bias gradient is compared with the largest gradient of its layer, because its own can be nearly 0 where large
 * terms cancel.
 */
final class GradientJudge {
    private final Map<String, Double> differences = new LinkedHashMap<>();
    private final List<RowTie> excused = new ArrayList<>();

    private GradientJudge() {}

    public static GradientJudge judge(Truth.Judged truth, Weights gradients) {
        GradientJudge judge = new GradientJudge();
        NamedArrays expected = truth.pass().gradients();
        NamedArrays residual = NamedArrays.of(gradients);
        residual.add(-1, expected);
        for (RowTie tie : truth.pass().nearTies()) {
            NamedArrays change = truth.network().gradientChange(truth.batch(), tie.row(), List.of(tie.tie()));
            double gain = 2 * dot(residual, change) - dot(change, change);
            if (gain > 0) {
                residual.add(-1, change);
                judge.excused.add(tie);
            }
        }
        for (String name : expected.names()) {
            double difference = Differences.largest(residual.get(name)) / scale(name, expected);
            judge.differences.put(name, Differences.finite(difference));
        }
        return judge;
    }

    /** Returns the difference of each tensor. */
    Map<String, Double> differences() {
        return differences;
    }

    /** Returns the excused near-ties, which the engine decided the other way. */
    List<RowTie> excused() {
        return excused;
    }

    /** Returns the largest gradient of the layer, or 1 if all its gradients are 0. */
    private static double scale(String name, NamedArrays expected) {
        String layer = name.substring(0, name.indexOf('.') + 1);
        double scale = 0;
        for (String other : expected.names()) {
            scale = other.startsWith(layer) ? Math.max(scale, Differences.largest(expected.get(other))) : scale;
        }
        return scale == 0 ? 1 : scale;
    }

    private static double dot(NamedArrays a, NamedArrays b) {
        double sum = 0;
        for (String name : a.names()) {
            double[] x = a.get(name);
            double[] y = b.get(name);
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * y[i];
            }
        }
        return sum;
    }
}
