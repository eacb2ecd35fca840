package quartet.harness;

import java.util.List;
import java.util.Objects;
import quartet.datasets.own.OwnSource;

/**
 * What a comparison on own data was asked for.
 *
 * @param source where the data is and how it is used; {@link OwnSource#NONE} for the catalogue's data
 * @param layers widths of the network's layers instead of its default's; empty for the default
 * @param learningRate instead of the specification's, or 0
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
