package quartet.scratch.evaluation.resampling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import quartet.scratch.argument.Require;
import quartet.scratch.argument.RequireArray;

/**
 * All combinations of the values of several hyper-parameters.
 * <pre>{@code
 * List<Map<String, Double>> points = new ParameterGrid()
 *         .with("gamma", 0.1, 1)
 *         .with("C", 1, 10, 100)
 *         .points();                   // 6 points
 * }</pre>
 * Instances are immutable.
 */
public final class ParameterGrid {

    private final Map<String, double[]> values;

    /** Creates a grid without parameters, which has one point. */
    public ParameterGrid() {
        this(new LinkedHashMap<>());
    }

    private ParameterGrid(Map<String, double[]> values) {
        this.values = values;
    }

    /**
     * Returns this grid with one more parameter.
     *
     * @throws IllegalArgumentException if the grid has the parameter already, or there is no value or one is not finite
     */
    public ParameterGrid with(String name, double... options) {
        Require.that(!values.containsKey(name), "ParameterGrid: expected a new parameter, but %s is given twice", name);
        Map<String, double[]> extended = new LinkedHashMap<>(values);
        extended.put(name, RequireArray.point("ParameterGrid: " + name, options).clone());
        return new ParameterGrid(extended);
    }

    /** Returns all combinations. The last parameter changes fastest. */
    public List<Map<String, Double>> points() {
        List<Map<String, Double>> points = List.of(Map.of());
        for (String name : values.keySet()) {
            List<Map<String, Double>> extended = new ArrayList<>();
            for (Map<String, Double> point : points) {
                for (double value : Objects.requireNonNull(values.get(name))) {
                    Map<String, Double> next = new LinkedHashMap<>(point);
                    next.put(name, value);
                    extended.add(Map.copyOf(next));
                }
            }
            points = extended;
        }
        return points;
    }
}
