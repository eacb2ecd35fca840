package quartet.harness;

import java.util.List;
import java.util.Objects;
import quartet.datasets.own.OwnSource;

/**
 * The settings of a comparison on the user's own data.
 *
 * @param source the location and use of the data; {@link OwnSource#NONE} for data of the catalogue
 * @param layers widths of the network's layers; empty for the default
 * @param learningRate the learning rate; 0 for the specification's
 */
public record OwnRun(OwnSource source, List<Integer> layers, double learningRate) {
    /** The catalogue's data, the specification's network and learning rate. */
    public static final OwnRun NONE = new OwnRun(OwnSource.NONE, List.of(), 0);

    public OwnRun {
        source = Objects.requireNonNullElse(source, OwnSource.NONE);
        layers = List.copyOf(layers);
        for (int width : layers) {
            if (width < 1) {
                throw new UsageException("--layers: expected widths of 1 or more, but was " + width);
            }
        }
        if (!(learningRate >= 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new UsageException("--learning-rate: expected more than 0, but was " + learningRate);
        }
    }
}
