package quartet.harness.microscope;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import quartet.contract.CnnSpec;
import quartet.contract.reference.Padding;
import quartet.contract.reference.ReferenceNetwork;

/** Hypotheses for convolutions with each {@link Padding} other than the specified one. */
final class ConvolutionPadding {
    private ConvolutionPadding() {}

    static List<Hypothesis> all(CnnSpec spec) {
        return Arrays.stream(Padding.values())
                .filter(padding -> padding != Padding.ZERO)
                .map(padding -> of(spec, padding))
                .toList();
    }

    private static Hypothesis of(CnnSpec spec, Padding padding) {
        String detail = padding.name().toLowerCase(Locale.ROOT) + " padding";
        return new PassMistake(
                Suspect.CONVOLUTION_PADDING,
                detail,
                observation -> Optional.of(
                        new ReferenceNetwork(spec, observation.before(), padding, DoubleUnaryOperator.identity())
                                .pass(observation.batch())));
    }
}
