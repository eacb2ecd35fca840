package quartet.harness.microscope;

import java.util.Locale;

/**
 * The mistake that explains an engine's numbers.
 *
 * @param suspect the kind of mistake
 * @param detail the variant, in words
 * @param specification the largest difference from the specification
 * @param hypothesis the largest difference from the result of the mistake, in the same unit
 */
public record Finding(Suspect suspect, String detail, double specification, double hypothesis) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %s (this explains the engine's numbers to %.0e; they differ from the specification by %.0e)",
                suspect.sentence(),
                detail,
                hypothesis,
                specification);
    }
}
